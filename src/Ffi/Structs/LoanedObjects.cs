using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Handles and callbacks that structs lend to native code for a call.</summary>
/// <param name="call">What the delegates that are parameters of the same call share; null if there are none.</param>
internal struct LoanedObjects(BorrowedCall? call)
{
    private readonly BorrowedCall? _call = call;
    private Kept _kept;
    private object?[]? _more;
    private int _count;
    private CallbackTarget? _lent;

    public nint Handle(SafeHandle? handle, string field)
    {
        if (handle is null)
        {
            throw new ArgumentNullException(field);
        }

        int place = TakePlace();
        bool added = false;
        handle.DangerousAddRef(ref added);
        PlaceAt(place) = handle;
        return handle.DangerousGetHandle();
    }

    public nint Callback<TDelegate>(NativeCallback<TDelegate>? callback)
        where TDelegate : Delegate
    {
        if (callback is null)
        {
            return 0;
        }

        PlaceAt(TakePlace()) = callback;
        return callback.Pointer;
    }

    public nint Delegate<TDelegate>(CallbackLender<TDelegate> lender, TDelegate? callback)
        where TDelegate : Delegate
    {
        if (callback is null)
        {
            return 0;
        }

        int place = TakePlace();
        CallbackLoan<TDelegate> loan = lender.Lend(callback, _lent?.Share() ?? _call);
        PlaceAt(place) = _lent = loan.Target;
        return loan.Pointer;
    }

    /// <summary>Takes the delegates back, and throws what one of them threw.</summary>
    public void Return()
    {
        for (int index = 0; index < _count; index++)
        {
            (PlaceAt(index) as CallbackTarget)?.TakeBack();
        }
    }

    /// <summary>Ends all, the last first.</summary>
    public void Dispose()
    {
        while (_count > 0)
        {
            _count--;
            switch (PlaceAt(_count))
            {
                case SafeHandle handle:
                    handle.DangerousRelease();
                    break;
                case CallbackTarget target:
                    target.Leave();
                    break;
            }
        }

        if (_more is not null)
        {
            ArrayPool<object?>.Shared.Return(_more, clearArray: true);
            _more = null;
        }
    }

    // The place is there before a reference is taken, so that nothing comes between.
    private int TakePlace()
    {
        if (_count >= Kept.Length && (_more is null || _count - Kept.Length == _more.Length))
        {
            object?[] larger = ArrayPool<object?>.Shared.Rent(Math.Max(16, 2 * (_count - Kept.Length)));
            if (_more is { } old)
            {
                old.AsSpan(0, _count - Kept.Length).CopyTo(larger);
                ArrayPool<object?>.Shared.Return(old, clearArray: true);
            }

            _more = larger;
        }

        PlaceAt(_count) = null;
        return _count++;
    }

    [UnscopedRef]
    private ref object? PlaceAt(int index) => ref index < Kept.Length ? ref _kept[index] : ref _more![index - Kept.Length];

    [InlineArray(Length)]
    private struct Kept
    {
        public const int Length = 4; // Few structs hold more; the pool keeps the others.

        private object? _first;
    }
}
