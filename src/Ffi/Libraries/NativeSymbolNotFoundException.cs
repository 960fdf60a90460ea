using System.Text;

namespace Ffi;

/// <summary>A native library does not have the symbol, or has a symbol of another kind: data instead of a function, or a
/// function instead of a variable.</summary>
public sealed class NativeSymbolNotFoundException : EntryPointNotFoundException
{
    private NativeSymbolNotFoundException(string? library, IReadOnlyList<string> symbols, IReadOnlyList<string> nearest, string message)
        : base(message)
    {
        Library = library;
        Symbols = symbols;
        Nearest = nearest;
    }

    /// <summary>The library's path; null if the symbols come from a loader that has none.</summary>
    public string? Library { get; }

    /// <summary>The symbol that was looked for; the first of <see cref="Symbols"/>.</summary>
    public string Symbol => Symbols[0];

    /// <summary>All missing symbols: one, or all of them if the library is bound eagerly.</summary>
    public IReadOnlyList<string> Symbols { get; }

    /// <summary>The names that the library has instead of <see cref="Symbol"/>: names that differ in few letters, and the decorated names
    /// of a C++ or stdcall function; the nearest first, at most three. Empty if the library's file can't be read.</summary>
    public IReadOnlyList<string> Nearest { get; }

    /// <param name="library">The library's path, whose exports are read for the message; null if there is none.</param>
    /// <param name="symbols">The missing symbols, one at least.</param>
    /// <param name="isThere">Whether the library has the symbol after all, which then is data.</param>
    internal static NativeSymbolNotFoundException For(string? library, IReadOnlyList<string> symbols, Predicate<string>? isThere = null)
    {
        ILookup<bool, string> areData = symbols.ToLookup(symbol => isThere?.Invoke(symbol) == true);
        IReadOnlyList<string> exports = library is null ? [] : ExportedSymbols.Of(library);
        var nearest = symbols.Select(symbol => NearestSymbols.Of(symbol, exports)).ToList();

        string where = library is null ? "The symbol source" : $"The library '{library}'";
        var message = new StringBuilder(where);
        if (areData[false].Any())
        {
            message.Append($" has no symbol {Quoted(areData[false])}.");
        }

        for (int index = 0; index < symbols.Count; index++)
        {
            if (!areData[true].Contains(symbols[index]))
            {
                AppendHints(message, symbols[index], nearest[index], isOneOfMany: symbols.Count > 1);
            }
        }

        if (areData[true].Any())
        {
            message.Append(
                $"{(areData[false].Any() ? " It" : "")} has {Quoted(areData[true])} as data, which can't be called. NativeModule.GetSymbol gives its address."
            );
        }

        return new NativeSymbolNotFoundException(library, symbols, nearest[0], message.ToString());
    }

    private static string Quoted(IEnumerable<string> symbols) => string.Join(", ", symbols.Select(symbol => $"'{symbol}'"));

    /// <param name="library">The library's path; null if there is none.</param>
    /// <param name="symbol">The symbol that was looked for as a variable.</param>
    internal static NativeSymbolNotFoundException ForFunction(string? library, string symbol)
    {
        string where = library is null ? "The symbol source" : $"The library '{library}'";
        return new NativeSymbolNotFoundException(
            library,
            [symbol],
            [],
            $"{where} has no variable '{symbol}': that symbol is a function. Declare it as a [NativeFunction].");
    }

    private static void AppendHints(StringBuilder message, string symbol, IReadOnlyList<string> nearest, bool isOneOfMany)
    {
        string[] plain = [.. nearest.Where(name => SymbolDecoration.Of(symbol, name) is null)];
        if (plain.Length > 0)
        {
            message
                .Append(isOneOfMany ? $" In place of '{symbol}' it has " : " It has ")
                .AppendJoin(", ", plain.Select(name => $"'{name}'"))
                .Append('.');
        }

        foreach (string name in nearest.Except(plain))
        {
            message.Append($" '{name}' {SymbolDecoration.Of(symbol, name)}.");
        }
    }
}
