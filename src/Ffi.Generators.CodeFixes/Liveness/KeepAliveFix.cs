using System.Composition;
using Ffi.Generators.Analysis;
using Ffi.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Liveness;

/// <summary>FFI1009: adds <c>GC.KeepAlive(this)</c> behind the native call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class KeepAliveFix() : StatementFix(DiagnosticIds.RawHandleOutlivesOwner, "Keep the object alive until after the call")
{
    private protected override IReadOnlyList<TextChange>? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Instead, out string? owner)
            || node.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } statement)
        {
            return null;
        }

        string line = $"\n{IndentOf(statement)}GC.KeepAlive({owner});";
        return statement switch
        {
            ExpressionStatementSyntax or LocalDeclarationStatementSyntax => [new(new(statement.Span.End, 0), line)],
            ReturnStatementSyntax { Expression: { } result } returned =>
            [
                new(TextSpan.FromBounds(returned.SpanStart, result.SpanStart), "var result = "),
                new(new(returned.Span.End, 0), $"{line}\n{IndentOf(statement)}return result;"),
            ],
            _ => null,
        };
    }
}
