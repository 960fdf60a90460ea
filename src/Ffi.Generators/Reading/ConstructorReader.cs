using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Reading;

/// <summary>Reads what prevents the constructor that an instance library gets.</summary>
internal static class ConstructorReader
{
    public static ConstructorObstacle FindObstacle(INamedTypeSymbol type)
    {
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            if (constructor.IsImplicitlyDeclared || GeneratedFile.Contains(constructor))
            {
                continue;
            }

            if (
                constructor.Parameters is [{ RefKind: RefKind.None, Type: var parameter }]
                && parameter.Is(AttributeReader.Ffi, "INativeSymbolSource"))
            {
                return ConstructorObstacle.Own;
            }

            if (constructor.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax() is TypeDeclarationSyntax)
            {
                return ConstructorObstacle.Primary;
            }
        }

        bool baseNeedsArguments = type is { TypeKind: TypeKind.Class, BaseType: { TypeKind: not TypeKind.Error } parent }
            && !parent.InstanceConstructors.Any(constructor => IsReachable(constructor, type) && TakesNothing(constructor));
        return baseNeedsArguments ? ConstructorObstacle.Base : ConstructorObstacle.None;
    }

    private static bool TakesNothing(IMethodSymbol constructor) =>
        constructor.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams);

    private static bool IsReachable(IMethodSymbol constructor, INamedTypeSymbol type) => constructor.DeclaredAccessibility switch
    {
        Accessibility.Private => SymbolEqualityComparer.Default.Equals(constructor.ContainingType, type.ContainingType),
        Accessibility.Internal or Accessibility.ProtectedAndInternal =>
            SymbolEqualityComparer.Default.Equals(constructor.ContainingAssembly, type.ContainingAssembly),
        _ => true,
    };
}
