namespace Ffi.CompilerServices;

/// <summary>Binds all functions of a library at once, and tells of all that are missing at once.</summary>
/// <remarks>Generated code calls this; programs don't have to.</remarks>
public ref struct EagerBinding
{
    private readonly ISymbolBinder _binder;
    private List<string>? _missing;

    internal EagerBinding(ISymbolBinder binder) => _binder = binder;

    /// <summary>Looks a symbol up and keeps its address. A missing one is remembered for <see cref="Complete"/>.</summary>
    /// <param name="slot">Where the address is kept; left at 0 if there is no such symbol.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <param name="isVariadic">Whether the C function ends in <c>...</c>, so that it is called through a
    /// <see cref="VariadicThunk"/>.</param>
    public void Bind(ref nint slot, string symbol, bool isVariadic = false)
    {
        if (!_binder.TryBind(ref slot, symbol, isVariadic))
        {
            (_missing ??= []).Add(symbol);
        }
    }

    /// <summary>Looks a symbol up and keeps its address. A missing one is no error.</summary>
    /// <param name="slot">Where the address is kept; left at 0 if there is no such symbol.</param>
    /// <param name="symbol">The symbol's name.</param>
    /// <param name="isVariadic">Whether the C function ends in <c>...</c>, so that it is called through a
    /// <see cref="VariadicThunk"/>.</param>
    public readonly void BindOptional(ref nint slot, string symbol, bool isVariadic = false) =>
        _binder.TryBind(ref slot, symbol, isVariadic);

    /// <summary>Looks a variable's symbol up and keeps its address. A missing one is remembered for <see cref="Complete"/>.</summary>
    /// <param name="slot">Where the address is kept; left at 0 if there is no such variable.</param>
    /// <param name="symbol">The symbol's name.</param>
    public void BindVariable(ref nint slot, string symbol)
    {
        if (!_binder.TryBindVariable(ref slot, symbol))
        {
            (_missing ??= []).Add(symbol);
        }
    }

    /// <summary>Looks a variable's symbol up and keeps its address. A missing one is no error.</summary>
    /// <param name="slot">Where the address is kept; left at 0 if there is no such variable.</param>
    /// <param name="symbol">The symbol's name.</param>
    public readonly void BindOptionalVariable(ref nint slot, string symbol) => _binder.TryBindVariable(ref slot, symbol);

    /// <summary>Ends the binding.</summary>
    /// <exception cref="NativeSymbolNotFoundException">Symbols are missing. It names every one.</exception>
    public readonly void Complete()
    {
        if (_missing is not null)
        {
            throw _binder.Missing(_missing);
        }
    }
}
