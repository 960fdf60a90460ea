using System.Runtime.CompilerServices;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Liveness;

/// <summary>The names of the functions in a referenced assembly that say something of lifetimes, so that a program's use of them is looked at
/// as it would be in the assembly's own project.</summary>
internal static class ReferencedBindings
{
    // Compilations that follow one another share the symbols of what they reference. Keys are weak.
    private static readonly ConditionalWeakTable<IAssemblySymbol, string[]> s_names = new();

    public static string[] NamesIn(IAssemblySymbol assembly) => s_names.GetValue(assembly, static read => KnowsUs(read) ? [.. Names(read.GlobalNamespace).Distinct()] : []);

    // The attributes are in Ffi.dll.
    private static bool KnowsUs(IAssemblySymbol assembly) =>
        assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == AttributeReader.Ffi));

    private static IEnumerable<string> Names(INamespaceOrTypeSymbol container)
    {
        foreach (ISymbol member in container.GetMembers())
        {
            switch (member)
            {
                case IMethodSymbol { MethodKind: MethodKind.Ordinary } method when Says(method):
                    yield return method.Name;
                    break;
                case INamespaceOrTypeSymbol inner:
                    foreach (string name in Names(inner))
                    {
                        yield return name;
                    }

                    break;
            }
        }
    }

    private static bool Says(IMethodSymbol method) =>
        FunctionReader.FindAttribute(method) is not null || method.GetDllImportData() is not null
        || method.Parameters.Any(static parameter => parameter.GetAttributes().Any(IsOurs)) || method.GetReturnTypeAttributes().Any(IsOurs);

    private static bool IsOurs(AttributeData attribute) => attribute.AttributeClass?.IsIn(AttributeReader.Ffi) == true;
}
