namespace Ffi;

/// <summary>A native library has no symbol of the name that a function is bound to.</summary>
public sealed class NativeSymbolNotFoundException : EntryPointNotFoundException
{
    internal NativeSymbolNotFoundException(string? library, string symbol)
        : base($"Library '{library}' has no symbol '{symbol}'.")
    {
        Library = library;
        Symbol = symbol;
    }

    /// <summary>The library's path; null where the symbols come from a loader that has none.</summary>
    public string? Library { get; }

    /// <summary>The symbol that was looked for.</summary>
    public string Symbol { get; }
}
