namespace Ffi.CompilerServices;

/// <summary>The addresses for delegates of one type: compiled entry points first, and as many thunks as it takes.</summary>
/// <remarks>Generated code calls this; programs don't have to. Threads may share it.</remarks>
/// <typeparam name="TDelegate">The delegates' type.</typeparam>
public sealed class CallbackPool<TDelegate>
    where TDelegate : Delegate
{
    // How many addresses stay unused before one is used again, so that a late call reaches an ended callback and not another one.
    private const int Resting = 8;

    private readonly Lock _lock = new();
    private readonly Queue<CallbackSlot<TDelegate>> _free = [];

    // A thunk's code ends with its slot, so the pool keeps the slot, also where the callback that rents it is forgotten.
    private readonly List<CallbackSlot<TDelegate>> _thunks = [];
    private readonly nint[] _entries;
    private readonly Func<CallbackSlot<TDelegate>, CallbackThunk> _createThunk;
    private int _entriesUsed;

    /// <summary>A pool over compiled entry points.</summary>
    /// <param name="name">What messages call a callback of the pool.</param>
    /// <param name="entries">The addresses of the entry points. The one at index i asks <see cref="Targets"/>[i] who is to answer.</param>
    /// <param name="createThunk">Makes code for a slot, once the entry points are all in use.</param>
    /// <param name="continuesAfterException">Whether callbacks are still called in a native call that one of them threw in.</param>
    public CallbackPool(
        string name,
        nint[] entries,
        Func<CallbackSlot<TDelegate>, CallbackThunk> createThunk,
        bool continuesAfterException = false)
    {
        Name = name;
        ContinuesAfterException = continuesAfterException;
        _entries = entries;
        _createThunk = createThunk;
        Unused = new EndedTarget<TDelegate>(name);
        Targets = new CallbackTarget<TDelegate>[entries.Length];
        Array.Fill(Targets, Unused);
    }

    /// <summary>Who answers at each entry point.</summary>
    public CallbackTarget<TDelegate>[] Targets { get; }

    internal string Name { get; }

    internal bool ContinuesAfterException { get; }

    internal EndedTarget<TDelegate> Unused { get; }

    /// <summary>A callback that lives until it is disposed.</summary>
    /// <param name="callback">What native code calls.</param>
    /// <param name="onException">What happens to an exception that it throws.</param>
    /// <param name="name">What messages call it.</param>
    /// <returns>The callback, which the caller disposes.</returns>
    public NativeCallback<TDelegate> Retain(TDelegate callback, OnException onException, string name)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return new NativeCallback<TDelegate>(this, callback, onException, name);
    }

    internal CallbackSlot<TDelegate> Rent(CallbackTarget<TDelegate> target)
    {
        lock (_lock)
        {
            CallbackSlot<TDelegate> slot = Next();
            slot.Assign(target);
            return slot;
        }
    }

    internal void Return(CallbackSlot<TDelegate> slot)
    {
        lock (_lock)
        {
            _free.Enqueue(slot);
        }
    }

    private CallbackSlot<TDelegate> Next()
    {
        if (_entriesUsed < _entries.Length)
        {
            return new CallbackSlot<TDelegate>(this, _entriesUsed, _entries[_entriesUsed++]);
        }

        if (_free.Count > Resting)
        {
            return _free.Dequeue();
        }

        CallbackSlot<TDelegate> slot = new(this, _createThunk);
        _thunks.Add(slot);
        return slot;
    }
}
