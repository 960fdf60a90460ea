namespace Ffi.CompilerServices;

/// <summary>A callback for the time of one native call.</summary>
/// <remarks>Generated code calls this; programs don't have to. Allocates nothing.</remarks>
/// <typeparam name="TDelegate">The delegate's type.</typeparam>
public readonly ref struct CallbackLoan<TDelegate>
    where TDelegate : Delegate
{
    private readonly CallbackLender<TDelegate>? _lender;
    private readonly BorrowedTarget<TDelegate>? _target;
    private readonly BorrowedCall? _call;

    internal CallbackLoan(CallbackLender<TDelegate> lender, BorrowedTarget<TDelegate> target)
    {
        _lender = lender;
        _target = target;
    }

    // Without a delegate, the loan only passes on the exceptions that the callbacks around it share.
    internal CallbackLoan(BorrowedCall? call) => _call = call;

    /// <summary>The address for native code; 0 if there is no delegate.</summary>
    public nint Pointer => _target is null ? 0 : _target.Address;

    internal CallbackTarget? Target => _target;

    /// <summary>What the callbacks of one native call share: once one of them has thrown, the others are not called any more.</summary>
    public BorrowedCall? Call => _target is null ? _call : _target.Share();

    /// <summary>Takes the callback back behind the native call, and throws what a callback of that call threw, with its own stack
    /// trace.</summary>
    public void Return() => _target?.TakeBack();

    /// <summary>Lets the lender go on, also if an exception keeps the native call from being reached.</summary>
    // This is the body of a finally. The JIT copies a short body onto the normal path, and calls a longer one.
    public void Dispose() => _lender?.Leave();
}
