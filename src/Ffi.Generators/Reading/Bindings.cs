using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Looks for native functions in whole assemblies.</summary>
internal static class Bindings
{
    /// <summary>Whether the assembly could have our attributes: they are in <c>Ffi.dll</c>.</summary>
    public static bool KnowsUs(this IAssemblySymbol assembly) =>
        assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == AttributeReader.Ffi));

    public static IEnumerable<IMethodSymbol> MethodsIn(INamespaceOrTypeSymbol container) =>
        container
            .GetMembers()
            .SelectMany(static member =>
                member switch
                {
                    IMethodSymbol { MethodKind: MethodKind.Ordinary } method => [method],
                    INamespaceOrTypeSymbol inner => MethodsIn(inner),
                    _ => Enumerable.Empty<IMethodSymbol>(),
                });

    /// <summary>What a native function is called in C# and in its library; none for other methods.</summary>
    public static IEnumerable<string> NamesOf(IMethodSymbol method)
    {
        AttributeData? function = FunctionReader.FindAttribute(method);
        AttributeData? import = method.Find(AttributeReader.Interop, "LibraryImportAttribute");
        DllImportData? platform = method.GetDllImportData();
        return function is null && import is null && platform is null && !method.IsExtern
            ? []
            : [method.Name, function?.First<string>() ?? import?.Named<string>("EntryPoint") ?? platform?.EntryPointName ?? method.Name];
    }
}
