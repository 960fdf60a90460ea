using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Reading;

/// <summary>Reads types that are no libraries, and have functions all the same.</summary>
internal static class StrayTypeReader
{
    /// <summary>A cheap look that passes over most functions of libraries.</summary>
    public static bool MayBeStray(SyntaxNode node) =>
        node is MethodDeclarationSyntax method
        && !(
            method.ExplicitInterfaceSpecifier is null
            && node.Parent is TypeDeclarationSyntax type
            && type.AttributeLists.Any(static list =>
                list.Attributes.Any(static attribute => attribute.Name.ToString().Contains("NativeLibrary"))));

    /// <summary>The type around a function; null if it is a library, or another function of it stands for it.</summary>
    public static StrayTypeModel? Read(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        IMethodSymbol method = (IMethodSymbol)target.TargetSymbol;
        return method.ContainingType is { IsImplicitClass: false } type
            && LibraryReader.HasNames(type)
            && SymbolEqualityComparer.Default.Equals(StraysOf(type).FirstOrDefault().Method, method)
                ? Read(type, target.SemanticModel.Compilation, cancellation)
                : null;
    }

    private static StrayTypeModel Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        TypeReader types = TypeReader.Of(type.ContainingAssembly);
        return new StrayTypeModel(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            LibraryReader.ReadNest(type, cancellation),
            StraysOf(type).Select(found => FunctionReader.Read(found.Method, found.Attribute, types, cancellation)).ToEquatableArray(),
            SurroundingsReader.Read(StraysOf(type).Select(static found => found.Method), compilation),
            compilation.Options is CSharpCompilationOptions { AllowUnsafe: true });
    }

    // A library binds its ordinary methods, and no others.
    private static IEnumerable<(IMethodSymbol Method, AttributeData Attribute)> StraysOf(INamedTypeSymbol type)
    {
        bool isLibrary = LibraryReader.FindAttribute(type) is not null;
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method
                && !(isLibrary && method.MethodKind == MethodKind.Ordinary)
                && FunctionReader.FindAttribute(method) is { } attribute)
            {
                yield return (method, attribute);
            }
        }
    }
}
