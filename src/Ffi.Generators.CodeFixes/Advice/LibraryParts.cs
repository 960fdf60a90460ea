using Microsoft.CodeAnalysis;

namespace Ffi.Generators.CodeFixes.Advice;

/// <summary>Keeps count of the types that have become libraries.</summary>
/// <remarks>A type that several frameworks compile is several symbols. Its parts are the same files.</remarks>
internal sealed class LibraryParts
{
    private readonly HashSet<(string Type, string File)> _parts = [];

    /// <summary>Whether this is the first import of the type. A type that says its library already has none to say.</summary>
    public bool IsFirst(INamedTypeSymbol type)
    {
        string name = type.ToDisplayString();
        (string, string)[] parts =
        [
            .. type.DeclaringSyntaxReferences.Select(reference => (name, reference.SyntaxTree.FilePath)).Distinct(),
        ];
        bool isFirst = !parts.Any(_parts.Contains);
        _parts.UnionWith(parts);
        return isFirst
            && !type.GetAttributes()
                .Any(static attribute => attribute.AttributeClass is { Name: "NativeLibraryAttribute", ContainingNamespace.Name: "Ffi" });
    }
}
