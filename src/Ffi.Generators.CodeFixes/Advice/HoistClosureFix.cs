using System.Composition;
using Ffi.Generators.Analysis;
using Ffi.Generators.CodeFixes.Liveness;
using Ffi.Analyzers;
using Ffi.Analyzers.Advice;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Advice;

/// <summary>FFI2003: makes the delegate once, before the loop that it was made in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class HoistClosureFix() : StatementFix(DiagnosticIds.ClosureInLoop, "Make the delegate before the loop")
{
    private protected override IReadOnlyList<TextChange>? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Instead, out string? type)
            || node.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not { } closure
            || CallAdvice.LoopAround(closure) is not { Parent: BlockSyntax } loop)
        {
            return null;
        }

        string name = FreeName(root, "callback", "nativeCallback");
        return [new(new(loop.SpanStart, 0), $"{type} {name} = {closure};\n{IndentOf(loop)}"), new(closure.Span, name)];
    }
}
