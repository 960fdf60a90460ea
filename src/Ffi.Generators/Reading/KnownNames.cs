using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>The names that declarations are recognized by.</summary>
internal static class KnownNames
{
    public const string NativeLibraryAttribute = "Ffi.NativeLibraryAttribute";
    public const string NativeFunctionAttribute = "NativeFunctionAttribute";
    public const string SymbolSource = "Ffi.INativeSymbolSource";

    /// <summary>Whether a type or a member stands directly in a namespace of the given name, such as
    /// <c>System.Runtime.InteropServices</c>.</summary>
    public static bool IsIn(this ISymbol symbol, string @namespace)
    {
        INamespaceSymbol? current = symbol.ContainingNamespace;
        int end = @namespace.Length;
        while (end > 0)
        {
            int start = @namespace.LastIndexOf('.', end - 1) + 1;
            if (
                current is null
                || current.Name.Length != end - start
                || string.CompareOrdinal(current.Name, 0, @namespace, start, end - start) != 0)
            {
                return false;
            }

            current = current.ContainingNamespace;
            end = start - 1;
        }

        return current is { IsGlobalNamespace: true };
    }

    /// <summary>Whether a type or a member is in a namespace of the given name, or in one within it.</summary>
    public static bool IsUnder(this ISymbol symbol, string @namespace)
    {
        for (
            ISymbol? current = symbol;
            current is not (null or INamespaceSymbol { IsGlobalNamespace: true });
            current = current.ContainingNamespace)
        {
            if (current.IsIn(@namespace))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type has the given name and namespace, and is not in another type.</summary>
    public static bool Is(this ITypeSymbol? type, string @namespace, string name) =>
        type is not null && type.Name == name && type.ContainingType is null && type.IsIn(@namespace);
}
