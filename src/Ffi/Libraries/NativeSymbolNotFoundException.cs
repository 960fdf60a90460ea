namespace Ffi;

/// <summary>A native library has no symbol of the name that a function is bound to.</summary>
public sealed class NativeSymbolNotFoundException : EntryPointNotFoundException
{
    internal NativeSymbolNotFoundException(string? library, IReadOnlyList<string> symbols)
        : base(Describe(library, symbols))
    {
        Library = library;
        Symbols = symbols;
    }

    /// <summary>The library's path; null where the symbols come from a loader that has none.</summary>
    public string? Library { get; }

    /// <summary>The symbol that was looked for; the first of <see cref="Symbols"/>.</summary>
    public string Symbol => Symbols[0];

    /// <summary>All symbols that are missing: one, or where a library is bound eagerly, every one.</summary>
    public IReadOnlyList<string> Symbols { get; }

    private static string Describe(string? library, IReadOnlyList<string> symbols)
    {
        string where = library is null ? "The symbol source" : $"The library '{library}'";
        return $"{where} has no symbol {string.Join(", ", symbols.Select(symbol => $"'{symbol}'"))}.";
    }
}
