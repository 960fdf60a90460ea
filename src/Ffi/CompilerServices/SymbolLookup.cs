namespace Ffi.CompilerServices;

/// <summary>Asks a symbol source, and does not trust its answer.</summary>
internal static class SymbolLookup
{
    /// <param name="source">Where to look. The caller sees to it that a module is not disposed meanwhile.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <param name="isVariadic">Whether calls have to go through a thunk.</param>
    /// <returns>The address to call; 0 where the source has no such symbol.</returns>
    public static nint Find(INativeSymbolSource source, string symbol, bool isVariadic)
    {
        nint address = source is NativeModule module ? module.FindWhileLoaded(symbol) : Ask(source, symbol);
        return isVariadic && address != 0 ? VariadicThunk.For(address) : address;
    }

    private static nint Ask(INativeSymbolSource source, string symbol)
    {
        if (!source.TryGetSymbol(symbol, out nint address))
        {
            return 0;
        }

        return address != 0
            ? address
            : throw new InvalidOperationException($"{source.GetType()} says that it found the symbol '{symbol}', at address 0.");
    }
}
