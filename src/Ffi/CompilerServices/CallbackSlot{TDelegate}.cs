namespace Ffi.CompilerServices;

/// <summary>One address that native code can call, and who answers there now.</summary>
/// <remarks>Generated code calls this; programs don't have to.</remarks>
/// <typeparam name="TDelegate">The type of the delegates that answer.</typeparam>
public sealed class CallbackSlot<TDelegate>
    where TDelegate : Delegate
{
    private readonly CallbackPool<TDelegate> _pool;
    private readonly int _index;

    // The code is made for this slot, and is freed with it.
    private readonly Delegate? _thunk;

    internal CallbackSlot(CallbackPool<TDelegate> pool, int index, nint address)
    {
        _pool = pool;
        _index = index;
        Target = pool.Unused;
        Address = address;
    }

    internal CallbackSlot(CallbackPool<TDelegate> pool, Func<CallbackSlot<TDelegate>, CallbackThunk> createThunk)
    {
        _pool = pool;
        _index = -1;
        Target = pool.Unused;
        (_thunk, Address) = createThunk(this);
    }

    /// <summary>Who answers.</summary>
    public CallbackTarget<TDelegate> Target { get; private set; }

    internal nint Address { get; }

    internal void Assign(CallbackTarget<TDelegate> target)
    {
        Target = target;
        if (_index >= 0)
        {
            _pool.Targets[_index] = target;
        }
    }

    internal void Release(EndedTarget<TDelegate> ended)
    {
        Assign(ended);
        _pool.Return(this);
    }
}
