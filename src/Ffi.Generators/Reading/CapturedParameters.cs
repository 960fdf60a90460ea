using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Reading;

/// <summary>Finds parameters of primary constructors that members use later: each is a field of the struct then, which no symbol
/// shows.</summary>
internal static class CapturedParameters
{
    /// <summary>The first that is used so; null if there is none. Of a compiled type the fields can be seen like any other.</summary>
    public static IParameterSymbol? Find(INamedTypeSymbol type)
    {
        // A record's parameters are properties.
        if (type.IsRecord || PrimaryConstructorOf(type) is not { Parameters.Length: > 0 } constructor)
        {
            return null;
        }

        HashSet<string> used =
        [
            .. type
                .DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax())
                .OfType<TypeDeclarationSyntax>()
                .SelectMany(static part => part.Members)
                .SelectMany(NamesUsedBy),
        ];

        // A member hides the parameter of its name.
        return constructor.Parameters.FirstOrDefault(parameter => used.Contains(parameter.Name) && type.GetMembers(parameter.Name).IsEmpty);
    }

    private static IMethodSymbol? PrimaryConstructorOf(INamedTypeSymbol type) =>
        type.InstanceConstructors.FirstOrDefault(static constructor =>
            constructor.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax() is TypeDeclarationSyntax);

    // What initializes a field or property runs inside of the constructor, and a nested type is another matter.
    private static IEnumerable<string> NamesUsedBy(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax => [],
        FieldDeclarationSyntax or EventFieldDeclarationSyntax => [],
        PropertyDeclarationSyntax property => NamesIn(property.AccessorList).Concat(NamesIn(property.ExpressionBody)),
        _ => NamesIn(member),
    };

    private static IEnumerable<string> NamesIn(SyntaxNode? node)
    {
        if (node is null)
        {
            return [];
        }

        HashSet<string> own = [.. node.DescendantNodes().Select(DeclaredBy).OfType<string>()];
        return node.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(IsSimpleName)
            .Select(static name => name.Identifier.ValueText)
            .Where(name => !own.Contains(name));
    }

    // A local or parameter of the member hides the constructor's.
    private static string? DeclaredBy(SyntaxNode node) => node switch
    {
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
        ForEachStatementSyntax loop => loop.Identifier.ValueText,
        CatchDeclarationSyntax caught => caught.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => null,
    };

    // Neither what follows a dot, nor the name of an argument, a property that is set, or a type.
    private static bool IsSimpleName(IdentifierNameSyntax name) =>
        name.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression == name,
            MemberBindingExpressionSyntax
            or NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax or AttributeSyntax or TypeArgumentListSyntax => false,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left != name,
            ParameterSyntax or VariableDeclarationSyntax or MethodDeclarationSyntax or ObjectCreationExpressionSyntax => false,
            CastExpressionSyntax cast => cast.Type != name,
            _ => true,
        };
}
