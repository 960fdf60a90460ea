using System.Runtime.ExceptionServices;

namespace Ffi.CompilerServices;

/// <summary>A callback that lives for one native call. Used again and again by the thread that has it.</summary>
internal sealed class BorrowedTarget<TDelegate> : CallbackTarget<TDelegate>
    where TDelegate : Delegate
{
    private readonly CallbackPool<TDelegate> _pool;

    // The pool keeps the target: if the target kept its lender, a thread's addresses would never come back.
    private readonly WeakReference<CallbackLender<TDelegate>> _lender;
    private readonly CallbackSlot<TDelegate> _slot;
    private readonly BorrowedCall _own = new();
    private CallbackTarget? _before;

    public BorrowedTarget(CallbackPool<TDelegate> pool, CallbackLender<TDelegate> lender)
    {
        _pool = pool;
        _lender = new WeakReference<CallbackLender<TDelegate>>(lender);
        Call = _own;
        _slot = pool.Rent(this);
        Address = _slot.Address;
    }

    public nint Address { get; }

    /// <summary>The native call that the callback is lent to.</summary>
    public BorrowedCall Call { get; private set; }

    public void Lend(TDelegate callback)
    {
        // Still lent: an exception came between the last loan and its native call.
        if (Callback is not null)
        {
            (Call.Last ?? this).Part();
        }

        Callback = callback;
    }

    /// <summary>The native call, for others to join.</summary>
    internal override BorrowedCall Share()
    {
        if (Call.Last is null)
        {
            Join(Call);
        }

        return Call;
    }

    /// <summary>Shares the failure, and the silence after it, with callbacks that are lent to the same native call.</summary>
    public void Join(BorrowedCall call)
    {
        Call = call;
        _before = call.Last;
        call.Last = this;
    }

    /// <summary>Ends the loan, and throws what a callback of the native call threw.</summary>
    internal override void TakeBack()
    {
        Callback = null;
        if (Call.IsUsed)
        {
            ExceptionDispatchInfo? failure = Call.Failure;
            (Call.Last ?? this).Part();
            failure?.Throw();
        }
    }

    internal override void Leave()
    {
        if (_lender.TryGetTarget(out CallbackLender<TDelegate>? lender))
        {
            lender.Leave();
        }
    }

    public void Retire() => _slot.Release(new EndedTarget<TDelegate>(_pool.Name));

    public override void OnMissing()
    {
        if (Call.Failure is null)
        {
            Environment.FailFast(
                $"Native code called {_pool.Name} after the function that it was passed to had returned. Make the parameter [Retained] and pass a NativeCallback."
            );
        }
    }

    public override void OnException(Exception exception)
    {
        Call.Fail(exception);
        (Call.Last ?? this).Silence();
    }

    internal override void Silence()
    {
        if (!_pool.ContinuesAfterException)
        {
            Callback = null;
        }

        _before?.Silence();
    }

    internal override void Part()
    {
        CallbackTarget? before = _before;
        _before = null;
        Callback = null;
        Call = _own;
        _own.Clear();
        before?.Part();
    }
}
