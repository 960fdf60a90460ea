using System.Composition;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Liveness;

/// <summary>FFI1023: allocates the handle as a pinned one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PinHandleFix() : StatementFix(DiagnosticIds.HandleNotPinned, "Allocate the handle pinned")
{
    private protected override IReadOnlyList<TextChange>? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (
            diagnostic.AdditionalLocations.Count == 0
            || root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true)
                is not InvocationExpressionSyntax { ArgumentList: var arguments })
        {
            return null;
        }

        return arguments.Arguments.Count switch
        {
            1 => [new(new(arguments.CloseParenToken.SpanStart, 0), ", GCHandleType.Pinned")],
            2 => [new(arguments.Arguments[1].Span, "GCHandleType.Pinned")],
            _ => null,
        };
    }
}
