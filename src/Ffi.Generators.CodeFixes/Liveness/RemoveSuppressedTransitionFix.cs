using System.Composition;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Liveness;

/// <summary>FFI1011: removes <c>[SuppressGCTransition]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveSuppressedTransitionFix() : StatementFix(DiagnosticIds.UnsafeSuppressGCTransition, "Remove [SuppressGCTransition]")
{
    private protected override IReadOnlyList<TextChange>? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || method.AttributeLists.SelectMany(l => l.Attributes).FirstOrDefault(a => a.Name.ToString().Contains("SuppressGCTransition")) is not { Parent: AttributeListSyntax list } attribute)
        {
            return null;
        }

        if (list.Attributes.Count == 1)
        {
            return [new(TextSpan.FromBounds(list.SpanStart, list.CloseBracketToken.GetNextToken().SpanStart), "")];
        }

        int index = list.Attributes.IndexOf(attribute);
        return index == 0
            ? [new(TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart), "")]
            : [new(TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End), "")];
    }
}
