using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>From a symbol's name to the address that is called.</summary>
internal static class SymbolLookup
{
    /// <param name="source">Where to look. The caller sees to it that a module is not disposed meanwhile. The answer of any other is not
    /// trusted.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <param name="isVariadic">Whether calls have to go through a thunk.</param>
    /// <returns>The address to call; 0 if the source has no such symbol.</returns>
    public static nint Find(INativeSymbolSource source, string symbol, bool isVariadic) =>
        ToCall(source is NativeModule module ? module.FindFunctionWhileLoaded(symbol) : Ask(source, symbol), isVariadic);

    /// <param name="library">The handle of a library that stays loaded.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <param name="isVariadic">Whether calls have to go through a thunk.</param>
    /// <returns>The address to call; 0 if the library has no such symbol.</returns>
    public static nint Find(nint library, string symbol, bool isVariadic) =>
        ToCall(FunctionAt(library, DynamicLoader.Find(library, symbol), symbol), isVariadic);

    /// <inheritdoc cref="Find(nint, string, bool)"/>
    /// <remarks>By the framework, which takes longer for each of many symbols, and less for the first of a process: it is compiled
    /// already.</remarks>
    public static nint FindOne(nint library, string symbol, bool isVariadic)
    {
        // Not by Contains, whose vectors take longer to load than all else here.
        foreach (char c in symbol)
        {
            if (c == '\0')
            {
                return 0;
            }
        }

        nint function = NativeLibrary.TryGetExport(library, symbol, out nint address) ? FunctionAt(library, address, symbol) : 0;
        return isVariadic ? ToCall(function, isVariadic) : function;
    }

    /// <returns>The address of a symbol, whatever that is; 0 if the source has none.</returns>
    public static nint FindAny(INativeSymbolSource source, string symbol) =>
        source is NativeModule module ? module.FindWhileLoaded(symbol) : Ask(source, symbol);

    /// <summary>Whether a library has a symbol that is no function.</summary>
    public static bool HasData(nint library, string symbol) =>
        DynamicLoader.Find(library, symbol) is var address and not 0 && FunctionAt(library, address, symbol) == 0;

    /// <param name="library">The handle of the library that was asked.</param>
    /// <param name="address">What it has under that name; 0 if it has nothing.</param>
    /// <param name="symbol">The name.</param>
    /// <returns>The address; 0 if it is that of data, which would end the process if it were called.</returns>
    public static nint FunctionAt(nint library, nint address, string symbol)
    {
        if (address == 0)
        {
            return 0;
        }

        // A thread's variable is in no file.
        bool isData =
            CodeAddress.IsData(library, address) ?? (DynamicLoader.PathOf(library) is { } path && ExportedSymbols.IsData(path, symbol));
        return isData ? 0 : address;
    }

    /// <summary>The address of a variable.</summary>
    /// <param name="address">What was found; 0 for nothing.</param>
    /// <param name="library">The library's path, for the exception.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <exception cref="NativeSymbolNotFoundException">There is no such symbol, or it is a function's.</exception>
    public static nint Variable(nint address, string? library, string symbol) =>
        address == 0 ? throw NativeSymbolNotFoundException.For(library, [symbol])
        : SymbolKinds.IsFunction(address) ? throw NativeSymbolNotFoundException.ForFunction(library, symbol)
        : address;

    /// <summary>The address of a variable; 0 if there is no such symbol, or it is a function's.</summary>
    /// <param name="address">What was found; 0 for nothing.</param>
    public static nint OptionalVariable(nint address) => address == 0 || SymbolKinds.IsFunction(address) ? 0 : address;

    private static nint ToCall(nint address, bool isVariadic) => isVariadic && address != 0 ? VariadicThunk.For(address) : address;

    private static nint Ask(INativeSymbolSource source, string symbol)
    {
        if (!source.TryGetSymbol(symbol, out nint address))
        {
            return 0;
        }

        return address != 0
            ? address
            : throw new InvalidOperationException($"{source.GetType()} returned true for the symbol '{symbol}', but the address 0.");
    }
}
