using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Advice;

/// <summary>Which types of imports can be libraries, and of what name.</summary>
internal static class ImportTypeRules
{
    public static string? FindObstacle(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            string? kind = outer.TypeParameters.Length > 0 ? "has type parameters"
                : outer.IsFileLocal ? "is local to its file"
                : outer.IsRecord ? "is a record"
                : outer.IsRefLikeType ? "is a ref struct"
                : outer.TypeKind is TypeKind.Class or TypeKind.Struct ? null
                : "is an interface";
            if (kind is not null)
            {
                return $"'{outer.Name}' {kind}. Move it to a class";
            }
        }

        return LibraryReader.FindAttribute(type) is not null && LibraryOf(type) is null
            ? $"'{type.Name}' gets its symbols from a constructor. Move it to a type of its own"
            : null;
    }

    /// <summary>The library that the type says it is; null if it says none.</summary>
    public static string? LibraryOf(INamedTypeSymbol type) => LibraryReader.FindAttribute(type) is { } said
        ? said.First<string>() ?? said.Named<string>("Linux") ?? said.Named<string>("MacOS") ?? said.Named<string>("Windows")
        : null;

    /// <summary>The library that most imports of a type name, the first of them where several do.</summary>
    public static string? MostNamed(IEnumerable<string> libraries) => libraries
        .GroupBy(static library => library, StringComparer.Ordinal)
        .OrderByDescending(static group => group.Count())
        .FirstOrDefault()?.Key;
}
