using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Reading;

/// <summary>Turns a <c>[NativeVariable]</c> property into its model.</summary>
internal static class VariableReader
{
    /// <summary>The attribute that makes a property a variable; null on any other property.</summary>
    public static AttributeData? FindAttribute(IPropertySymbol property) => property.Find(AttributeReader.Ffi, "NativeVariableAttribute");

    /// <summary>The variables of a library with their attributes, in the order of the model.</summary>
    public static IEnumerable<(IPropertySymbol Property, AttributeData Attribute)> VariablesOf(INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (
                member is IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: true } property
                && FindAttribute(property) is { } attribute)
            {
                yield return (property, attribute);
            }
        }
    }

    public static VariableModel Read(IPropertySymbol property, AttributeData attribute, TypeReader types, CancellationToken cancellation)
    {
        PropertyDeclarationSyntax? syntax = property.DeclaringSyntaxReferences is [var reference, ..]
            ? reference.GetSyntax(cancellation) as PropertyDeclarationSyntax
            : null;
        return new VariableModel(
            property.Name,
            attribute.First<string>() ?? property.Name,
            syntax is null ? "" : Words(syntax.Modifiers),
            property.RefKind switch { RefKind.Ref => "ref ", RefKind.RefReadOnly => "ref readonly ", _ => "" },
            types.Read(property.Type),
            ModifiersOf(property.GetMethod, cancellation),
            ModifiersOf(property.SetMethod, cancellation),
            property.IsStatic,
            attribute.Named<bool>("Optional"),
            property is { IsPartialDefinition: true, IsIndexer: false, IsExtern: false } && !HasOtherHalf(property),
            property.SetMethod is { IsInitOnly: true },
            ObstacleTo(property),
            property.Name.Length == 0 || property.IsAbstract || !attribute.IsResolved());
    }

    private static string? ModifiersOf(IMethodSymbol? accessor, CancellationToken cancellation) =>
        accessor is null ? null
        : accessor.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax(cancellation) is AccessorDeclarationSyntax syntax
            ? Words(syntax.Modifiers)
        : "";

    private static string Words(SyntaxTokenList modifiers) => string.Concat(modifiers.Select(static token => token.Text + " ").Distinct());

    private static string? ObstacleTo(IPropertySymbol property) => property switch
    {
        { IsIndexer: true } => "it is an indexer. Declare a property without parameters",
        { IsExtern: true } => "it is extern. Declare it partial",
        { SetMethod.IsInitOnly: true } => "it has 'init', so it can be set only while an object is created. Write 'set' instead",
        { IsPartialDefinition: false } => "it is not partial, or has accessor bodies. Declare it partial, with 'get;' and 'set;'",
        _ when HasOtherHalf(property) => "it has accessor bodies, but the generator writes them. Remove the bodies",
        _ => null,
    };

    private static bool HasOtherHalf(IPropertySymbol property) =>
        property.PartialImplementationPart is { } other && !GeneratedFile.Contains(other);
}
