using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Analysis;

/// <summary>Finds the text that a problem is about.</summary>
internal static class ProblemLocation
{
    /// <summary>Where a problem of a library type stands.</summary>
    public static Location Of(ProblemSite site, INamedTypeSymbol type, AttributeData attribute) => site.Part switch
    {
        ProblemPart.LibraryAttribute => OfArgument(attribute, site.Argument) ?? OfName(type),
        ProblemPart.Container => OfName(Enclosing(type, site.Index)),
        _ => OfName(type),
    };

    /// <summary>Where a problem of a function stands.</summary>
    /// <param name="site">The part of the function.</param>
    /// <param name="method">The function.</param>
    /// <param name="attribute">What makes it one; null if it is none of ours.</param>
    public static Location Of(ProblemSite site, IMethodSymbol method, AttributeData? attribute) => site.Part switch
    {
        ProblemPart.Attribute when attribute is not null => OfArgument(attribute, site.Argument),
        ProblemPart.CallingConvention => OfConvention(method, site.Index),
        ProblemPart.Return => SyntaxOf(method)?.ReturnType.GetLocation(),
        ProblemPart.Parameter => OfParameter(method.Parameters[site.Index]),
        ProblemPart.SaidAttribute => OfSaid(site, method),
        _ => null,
    } ?? method.Locations[0];

    /// <summary>Where a problem of a variable stands.</summary>
    public static Location Of(ProblemSite site, IPropertySymbol property, AttributeData attribute) =>
        site.Part switch
        {
            ProblemPart.Attribute => OfArgument(attribute, site.Argument),
            ProblemPart.Return
                when property.DeclaringSyntaxReferences is [var reference, ..]
                    && reference.GetSyntax() is PropertyDeclarationSyntax syntax => (
                syntax.Type is RefTypeSyntax { Type: var type } ? type : syntax.Type
            ).GetLocation(),
            _ => null,
        } ?? property.Locations[0];

    private static MethodDeclarationSyntax? SyntaxOf(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences is [var reference, ..] ? reference.GetSyntax() as MethodDeclarationSyntax : null;

    private static Location? OfParameter(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax() is ParameterSyntax { Type: { } type }
            ? type.GetLocation()
            : null;

    // The argument of that name, the first argument if no name is given, or the whole attribute if it has no such argument.
    public static Location? OfArgument(AttributeData attribute, string name)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax syntax)
        {
            return null;
        }

        AttributeArgumentSyntax? argument = syntax.ArgumentList?.Arguments.FirstOrDefault(argument =>
            (argument.NameEquals?.Name.Identifier.ValueText ?? "") == name);
        return (argument?.Expression ?? (SyntaxNode)syntax).GetLocation();
    }

    private static Location? OfSaid(ProblemSite site, IMethodSymbol method)
    {
        string[] path = site.Argument.Split('.');
        return (site.Index < 0 ? method.GetReturnTypeAttributes() : method.Parameters[site.Index].GetAttributes())
            .FirstOrDefault(attribute => attribute.AttributeClass.Is(AttributeReader.Ffi, path[0] + "Attribute")) is { } said
            ? path.Length > 1 ? OfArgument(said, path[1]) : said.ApplicationSyntaxReference?.GetSyntax().GetLocation()
            : null;
    }

    private static Location? OfConvention(IMethodSymbol method, int index)
    {
        if (
            method.Find(AttributeReader.Interop, "UnmanagedCallConvAttribute")?.ApplicationSyntaxReference?.GetSyntax()
            is not AttributeSyntax syntax)
        {
            return null;
        }

        TypeOfExpressionSyntax[] conventions = [.. syntax.DescendantNodes().OfType<TypeOfExpressionSyntax>()];
        return (index < conventions.Length ? conventions[index] : (SyntaxNode)syntax).GetLocation();
    }

    private static INamedTypeSymbol Enclosing(INamedTypeSymbol type, int indexFromOutside)
    {
        List<INamedTypeSymbol> nest = [];
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            nest.Insert(0, current);
        }

        return nest[indexFromOutside];
    }

    // If there are several declarations, the one that is not partial has to be changed.
    private static Location OfName(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences
            .Select(static reference => reference.GetSyntax())
            .OfType<TypeDeclarationSyntax>()
            .OrderBy(static syntax => syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
            .FirstOrDefault(static syntax => !GeneratedFile.Is(syntax.SyntaxTree))
            ?.Identifier.GetLocation() ?? type.Locations[0];
}
