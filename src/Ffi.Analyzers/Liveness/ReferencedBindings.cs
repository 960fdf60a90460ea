using System.Runtime.CompilerServices;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness;

/// <summary>The names of the functions in a referenced assembly that say something of lifetimes, so that a program's use of them is looked
/// at as it would be in the assembly's own project.</summary>
internal static class ReferencedBindings
{
    // Compilations that follow one another share the symbols of what they reference. Keys are weak.
    private static readonly ConditionalWeakTable<IAssemblySymbol, string[]> s_names = new();

    public static string[] NamesIn(IAssemblySymbol assembly) =>
        s_names.GetValue(
            assembly,
            static read =>
                read.KnowsUs()
                    ? [.. Bindings.MethodsIn(read.GlobalNamespace).Where(Says).Select(static method => method.Name).Distinct()]
                    : []);

    private static bool Says(IMethodSymbol method) =>
        Bindings.NamesOf(method).Any()
        || method.Parameters.Any(static parameter => parameter.GetAttributes().Any(IsOurs))
        || method.GetReturnTypeAttributes().Any(IsOurs);

    private static bool IsOurs(AttributeData attribute) => attribute.AttributeClass?.IsIn(AttributeReader.Ffi) == true;
}
