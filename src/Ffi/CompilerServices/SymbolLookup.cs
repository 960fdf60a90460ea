namespace Ffi.CompilerServices;

/// <summary>Asks a symbol source, and does not trust its answer.</summary>
internal static class SymbolLookup
{
    /// <returns>The address to call; 0 where the source has no such symbol.</returns>
    public static nint Find(INativeSymbolSource source, string symbol, bool isVariadic)
    {
        if (!source.TryGetSymbol(symbol, out nint address))
        {
            return 0;
        }

        if (address == 0)
        {
            throw new InvalidOperationException($"{source.GetType()} says that it found the symbol '{symbol}', at address 0.");
        }

        return isVariadic ? VariadicThunk.For(address) : address;
    }
}
