namespace Ffi.CompilerServices;

/// <summary>Base of the generated class that holds the addresses of one library object's symbols, a field each.</summary>
/// <remarks>Generated code calls this; programs have no need to.</remarks>
/// <param name="source">Where the addresses come from.</param>
public abstract class SymbolTable(INativeSymbolSource source)
{
    private readonly Lock _lock = new();
    private readonly object? _lease = source;

    /// <summary>Keeps the code behind the addresses loaded while a caller holds it. Read before an address; kept alive until the call
    /// has returned.</summary>
    public object? Lease => _lease;

    /// <summary>Looks a symbol up and keeps its address.</summary>
    /// <param name="slot">Where the address is kept. Looked up only while it holds 0.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <returns>The address, never 0.</returns>
    /// <exception cref="NativeSymbolNotFoundException">The source has no symbol of that name.</exception>
    /// <exception cref="ObjectDisposedException">The module was unloaded.</exception>
    public nint Bind(ref nint slot, string symbol) =>
        TryBind(ref slot, symbol) ? slot : throw new NativeSymbolNotFoundException(null, symbol);

    /// <summary>Looks a symbol up and keeps its address, if there is one.</summary>
    /// <param name="slot">Where the address is kept. Looked up only while it holds 0.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <returns>Whether the source has the symbol.</returns>
    public bool TryBind(ref nint slot, string symbol)
    {
        lock (_lock)
        {
            return slot != 0 || source.TryGetSymbol(symbol, out slot);
        }
    }

    /// <summary>Sets every address to 0, so that the next call of each function comes to <see cref="Bind"/>.</summary>
    protected internal abstract void Retire();
}
