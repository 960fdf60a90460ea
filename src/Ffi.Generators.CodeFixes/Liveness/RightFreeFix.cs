using System.Composition;
using Ffi.Generators.Analysis;
using Ffi.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Liveness;

/// <summary>FFI1014: frees with the function of the allocator's own family, where both are of one class and so take the same
/// type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RightFreeFix() : StatementFix(DiagnosticIds.NativeMemoryMisused, "Free with the allocator's own function")
{
    private protected override IReadOnlyList<TextChange>? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Instead, out string? function) || function is null
            || node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var type } called })
        {
            return null;
        }

        int dot = function.IndexOf('.');
        bool isOfSameClass = dot > 0 && type.ToString().EndsWith(function.Substring(0, dot), StringComparison.Ordinal);
        return isOfSameClass ? [new(called.Name.Span, function.Substring(dot + 1))] : null;
    }
}
