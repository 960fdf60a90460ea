namespace Ffi.CompilerServices;

/// <summary>Base of the generated class that holds the addresses of one library object's symbols, a field each.</summary>
/// <remarks>
/// <para>Generated code calls this; programs don't have to.</para>
/// <para>A call reads <see cref="Lease"/>, then the address, binds where that is 0, calls, and keeps the lease alive until the call has
/// returned. Disposing the module empties every slot and then takes the lease away, in that order, so a call either holds the lease that
/// keeps the code loaded, or finds 0 and comes to <see cref="Bind"/>, which throws.</para>
/// </remarks>
public abstract class SymbolTable : ISymbolBinder, IModuleTenant
{
    private readonly INativeSymbolSource _source;
    private readonly NativeModule? _module;
    private readonly Lock _lock;
    private volatile object? _lease;
    private bool _isRetired;

    /// <summary>Makes an empty table.</summary>
    /// <param name="source">Where the addresses come from. Only a <see cref="NativeModule"/> empties its tables when it is unloaded;
    /// the code behind any other source has to stay loaded for as long as the table is in use.</param>
    /// <exception cref="ObjectDisposedException">The source is a module that was unloaded.</exception>
    protected SymbolTable(INativeSymbolSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _module = source as NativeModule;
        _lock = _module?.Gate ?? new Lock();
        _module?.Admit(this);
    }

    /// <summary>Keeps the code behind the addresses loaded while a caller holds it; null if nothing unloads that code, or it is
    /// unloaded already. Read before an address; kept alive until the call has returned.</summary>
    public object? Lease => _lease;

    /// <summary>Starts binding all symbols at once.</summary>
    /// <returns>What takes the slots, one by one.</returns>
    public EagerBinding BindAll() => new(this);

    /// <summary>Looks a symbol up and keeps its address.</summary>
    /// <param name="slot">Where the address is kept. Looked up only while it holds 0.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <param name="isVariadic">Whether the C function ends in <c>...</c>, so that it is called through a
    /// <see cref="VariadicThunk"/>.</param>
    /// <returns>The address, never 0.</returns>
    /// <remarks>On any thread. One symbol is looked up once.</remarks>
    /// <exception cref="NativeSymbolNotFoundException">The source has no symbol of that name.</exception>
    /// <exception cref="ObjectDisposedException">The module was unloaded.</exception>
    public nint Bind(ref nint slot, string symbol, bool isVariadic = false) =>
        Find(ref slot, symbol, isVariadic) is var address and not 0 ? address : throw Missing([symbol]);

    /// <summary>Looks a symbol up and keeps its address, if there is one.</summary>
    /// <param name="slot">Where the address is kept. Looked up only while it holds 0.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <param name="isVariadic">Whether the C function ends in <c>...</c>, so that it is called through a
    /// <see cref="VariadicThunk"/>.</param>
    /// <returns>Whether the source has the symbol.</returns>
    /// <remarks>On any thread. A symbol that exists is looked up once, one that doesn't each time.</remarks>
    /// <exception cref="ObjectDisposedException">The module was unloaded.</exception>
    public bool TryBind(ref nint slot, string symbol, bool isVariadic = false) => Find(ref slot, symbol, isVariadic) != 0;

    /// <summary>Looks a variable's symbol up and keeps its address.</summary>
    /// <param name="slot">Where the address is kept. Looked up only while it holds 0.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <returns>The address, never 0.</returns>
    /// <exception cref="NativeSymbolNotFoundException">The source has no symbol of that name, or it is a function's.</exception>
    /// <exception cref="ObjectDisposedException">The module was unloaded.</exception>
    public nint BindVariable(ref nint slot, string symbol)
    {
        lock (_lock)
        {
            // Another thread may have bound it already, so the slot is read again inside the lock.
            return slot != 0 ? slot : slot = SymbolLookup.Variable(FindAnyWhileLocked(symbol), LibraryName, symbol);
        }
    }

    /// <summary>Looks a variable's symbol up and keeps its address, if there is one.</summary>
    /// <param name="slot">Where the address is kept. Looked up only while it holds 0.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <returns>Whether the source has a variable of that name.</returns>
    /// <exception cref="ObjectDisposedException">The module was unloaded.</exception>
    public bool TryBindVariable(ref nint slot, string symbol)
    {
        lock (_lock)
        {
            if (slot == 0)
            {
                slot = SymbolLookup.OptionalVariable(FindAnyWhileLocked(symbol));
            }

            return slot != 0;
        }
    }

    /// <summary>What to throw where a library struct is used that no constructor has run for, so that it has no table.</summary>
    /// <param name="type">The library struct.</param>
    /// <returns>The exception.</returns>
    public static InvalidOperationException Unbound(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new InvalidOperationException(
            $"This {type.Name} is not bound to a library. Create it with new {type.Name}(module), not with default.");
    }

    /// <summary>Sets every address to 0, so that the next call of each function comes to <see cref="Bind"/>.</summary>
    protected abstract void Retire();

    void IModuleTenant.Hold(ModuleLease lease) => _lease = lease;

    void IModuleTenant.Retire()
    {
        _isRetired = true;
        Retire();
        _lease = null;
    }

    // The caller's copy of the address stays valid even if the table is emptied in the meantime, because the caller holds the lease.
    private nint Find(ref nint slot, string symbol, bool isVariadic)
    {
        lock (_lock)
        {
            return slot != 0 ? slot : slot = FindWhileLocked(symbol, isVariadic);
        }
    }

    private nint FindAnyWhileLocked(string symbol) =>
        _isRetired ? throw NativeModule.Unloaded(LibraryName, symbol) : SymbolLookup.FindAny(_source, symbol);

    private nint FindWhileLocked(string symbol, bool isVariadic) =>
        _isRetired ? throw NativeModule.Unloaded(LibraryName, symbol) : SymbolLookup.Find(_source, symbol, isVariadic);

    private NativeSymbolNotFoundException Missing(IReadOnlyList<string> symbols) =>
        NativeSymbolNotFoundException.For(LibraryName, symbols, symbol => _module?.HasData(symbol) == true);

    NativeSymbolNotFoundException ISymbolBinder.Missing(IReadOnlyList<string> symbols) => Missing(symbols);

    private string? LibraryName => _module?.Path;
}
