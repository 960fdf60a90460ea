namespace Ffi.CompilerServices;

/// <summary>One thread's callbacks of one type that live for a call: as many as its native calls are nested.</summary>
/// <remarks>Generated code calls this; programs don't have to. Only the thread that owns it may use it; the callbacks themselves are
/// called from any thread. Once the thread has ended, the finalizer gives the addresses back.</remarks>
/// <param name="pool">Where the addresses come from.</param>
/// <typeparam name="TDelegate">The delegates' type.</typeparam>
public sealed class CallbackLender<TDelegate>(CallbackPool<TDelegate> pool)
    where TDelegate : Delegate
{
    private BorrowedTarget<TDelegate>[] _targets = [];
    private int _depth;

    /// <summary>Gives the addresses back.</summary>
    ~CallbackLender()
    {
        foreach (BorrowedTarget<TDelegate> target in _targets)
        {
            target.Retire();
        }
    }

    /// <summary>Makes a delegate callable from native code until the loan is disposed. Allocates nothing once warm.</summary>
    /// <param name="callback">Who is called; null makes a loan whose pointer is NULL.</param>
    /// <returns>The loan, which is returned behind the native call and disposed in any case.</returns>
    public CallbackLoan<TDelegate> Lend(TDelegate? callback)
    {
        if (callback is null)
        {
            return default;
        }

        int depth = _depth;
        BorrowedTarget<TDelegate>[] targets = _targets;
        BorrowedTarget<TDelegate> target = (uint)depth < (uint)targets.Length ? targets[depth] : Grow();
        _depth = depth + 1;
        target.Lend(callback);
        return new CallbackLoan<TDelegate>(this, target);
    }

    /// <summary>The same for a native call that other callbacks are lent to as well.</summary>
    /// <param name="callback">Who is called; null makes a loan whose pointer is NULL.</param>
    /// <param name="call">What they share.</param>
    /// <returns>The loan, which is returned behind the native call and disposed in any case.</returns>
    public CallbackLoan<TDelegate> Lend(TDelegate? callback, BorrowedCall? call)
    {
        if (callback is null)
        {
            return new CallbackLoan<TDelegate>(call);
        }

        CallbackLoan<TDelegate> loan = Lend(callback);
        if (call is not null)
        {
            _targets[_depth - 1].Join(call);
        }

        return loan;
    }

    internal void Leave() => _depth--;

    private BorrowedTarget<TDelegate> Grow()
    {
        BorrowedTarget<TDelegate> target = new(pool, this);
        _targets = [.. _targets, target];
        return target;
    }
}
