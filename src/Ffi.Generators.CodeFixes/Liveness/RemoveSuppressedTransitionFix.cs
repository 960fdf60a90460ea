using System.Composition;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Liveness;

/// <summary>FFI1011: removes what skips the GC transition: <c>[SuppressGCTransition]</c>, the option of that name, the calling
/// convention.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveSuppressedTransitionFix() : StatementFix(DiagnosticIds.UnsafeSuppressGCTransition, "Don't skip the GC transition")
{
    private const string Word = "SuppressGCTransition";

    private protected override IReadOnlyList<TextChange>? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        SyntaxNode? found = node is FunctionPointerTypeSyntax pointer
            ? pointer.CallingConvention?.UnmanagedCallingConventionList?.CallingConventions.FirstOrDefault(c => c.Name.ValueText == Word)
            : AttributesOf(node).SelectMany(list => list.Attributes).Select(FindIn).FirstOrDefault(named => named is not null);
        return found is null ? null : [Without(found)];
    }

    private static SyntaxList<AttributeListSyntax> AttributesOf(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is MethodDeclarationSyntax or DelegateDeclarationSyntax
            ? node.FirstAncestorOrSelf<MemberDeclarationSyntax>()!.AttributeLists
            : [];

    // The attribute itself, an argument of it, or an element of the array that the argument is.
    private static SyntaxNode? FindIn(AttributeSyntax attribute)
    {
        if (attribute.Name.ToString().Contains(Word))
        {
            return attribute;
        }

        if (attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == Word) is { } option)
        {
            return option;
        }

        return
            attribute
                .DescendantNodes()
                .OfType<TypeOfExpressionSyntax>()
                .FirstOrDefault(type => type.Type.ToString().EndsWith("CallConv" + Word, StringComparison.Ordinal))
                is { } convention
            ? convention.Parent is ExpressionElementSyntax element
                ? element
                : convention
            : null;
    }

    // What is left empty goes as well.
    private static TextChange Without(SyntaxNode removed) =>
        removed switch
        {
            AttributeSyntax { Parent: AttributeListSyntax { Attributes.Count: 1 } list } =>
                new(TextSpan.FromBounds(list.SpanStart, list.CloseBracketToken.GetNextToken().SpanStart), ""),
            AttributeSyntax { Parent: AttributeListSyntax { Attributes: var attributes } } => OneOf(attributes, removed),
            AttributeArgumentSyntax { Parent: AttributeArgumentListSyntax { Arguments.Count: 1 } list } => new(list.Span, ""),
            AttributeArgumentSyntax { Parent: AttributeArgumentListSyntax { Arguments: var arguments } } => OneOf(arguments, removed),
            ExpressionElementSyntax { Parent: CollectionExpressionSyntax { Elements: { Count: > 1 } elements } } => OneOf(
                elements,
                removed),
            TypeOfExpressionSyntax { Parent: InitializerExpressionSyntax { Expressions: { Count: > 1 } expressions } } => OneOf(
                expressions,
                removed),
            FunctionPointerUnmanagedCallingConventionSyntax
            {
                Parent: FunctionPointerUnmanagedCallingConventionListSyntax { CallingConventions: { Count: > 1 } conventions }
            } => OneOf(conventions, removed),
            FunctionPointerUnmanagedCallingConventionSyntax { Parent: { } only } => new(only.Span, ""),
            _ => Without(removed.FirstAncestorOrSelf<AttributeSyntax>()!),
        };

    private static TextChange OneOf<T>(SeparatedSyntaxList<T> items, SyntaxNode removed)
        where T : SyntaxNode
    {
        int index = items.IndexOf((T)removed);
        return index == 0
            ? new(TextSpan.FromBounds(removed.SpanStart, items[1].SpanStart), "")
            : new(TextSpan.FromBounds(items[index - 1].Span.End, removed.Span.End), "");
    }
}
