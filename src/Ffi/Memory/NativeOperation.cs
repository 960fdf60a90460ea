namespace Ffi;

/// <summary>What native operations on buffers of all types share: the completion, and the ways to wait for it.</summary>
/// <remarks>Native code signals on any thread. Starting, withdrawing and disposing are for one thread at a time, and one caller at a time
/// may await. The memory of the completion is never freed, so that a signal that comes too late finds it.</remarks>
public abstract unsafe class NativeOperation : IDisposable
{
    private readonly CompletionWords* _completion = CompletionPool.Take();
    private readonly OperationWaiter _waiter;
    private readonly EarlyDispose _earlyDispose;
    private int _isUnderWay;
    private bool _isDisposed;

    private protected NativeOperation(EarlyDispose earlyDispose)
    {
        _earlyDispose = earlyDispose;
        _waiter = new(this);
    }

    /// <summary>The address of the <c>struct ffi_completion</c> that native code completes
    /// (<c>native/include/ffi_completion.h</c>).</summary>
    /// <exception cref="ObjectDisposedException">The operation was disposed.</exception>
    public nint Completion
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return (nint)_completion;
        }
    }

    /// <summary>Whether an operation is running. Until native code signals its end, the buffer belongs to native code.</summary>
    public bool IsUnderWay
    {
        get
        {
            if (HasEnded)
            {
                Settle();
            }

            return Volatile.Read(ref _isUnderWay) != 0;
        }
    }

    /// <summary>The status of the last operation, which native code passed with its signal.</summary>
    /// <exception cref="InvalidOperationException">The operation has not ended.</exception>
    public int Status => !IsUnderWay ? _completion->Status : throw new InvalidOperationException("The operation is running.");

    internal bool HasEnded => _completion->HasEnded;

    /// <summary>Gives the buffer to native code. Call this before the call that starts the operation.</summary>
    /// <exception cref="InvalidOperationException">An operation is running; or native code has signalled the end of one more than once,
    /// which is reported once, and changed nothing.</exception>
    /// <exception cref="ObjectDisposedException">The operation was disposed.</exception>
    public void Begin()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (IsUnderWay)
        {
            throw new InvalidOperationException("The operation is running. Wait for its end before you start the next one.");
        }

        if (_completion->TakeStrays() is var strays && strays != 0)
        {
            throw new InvalidOperationException(
                $"Native code signalled {strays} times that this operation had ended, while it wasn't running.");
        }

        Retain();
        _completion->Begin();
        Volatile.Write(ref _isUnderWay, 1);
    }

    /// <summary>Takes the buffer back if native code refused to start the operation, so that it will never signal.</summary>
    public void Withdraw()
    {
        _completion->Withdraw();
        Settle();
    }

    /// <summary>Waits for the end. Allocates nothing.</summary>
    /// <returns>Its status.</returns>
    public int Wait() => Wait(Timeout.InfiniteTimeSpan);

    /// <summary>Waits for the end. Allocates nothing.</summary>
    /// <param name="timeout">The longest time to wait.</param>
    /// <returns>Its status.</returns>
    /// <exception cref="TimeoutException">The timeout expired. The operation continues, and native code may still use the
    /// buffer.</exception>
    public int Wait(TimeSpan timeout)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _completion->WaitForEnd(timeout) ? Settle() : throw TimedOut();
    }

    /// <summary>Waits for the end without a thread. Once warm, allocates nothing.</summary>
    /// <param name="cancellationToken">Ends the wait, not the operation: only native code can end that.</param>
    /// <returns>Its status.</returns>
    /// <exception cref="InvalidOperationException">Other code already awaits the operation.</exception>
    public ValueTask<int> WaitAsync(CancellationToken cancellationToken = default) =>
        WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Waits for the end without a thread. Once warm, allocates nothing.</summary>
    /// <param name="timeout">The longest time to wait; after that the result is a <see cref="TimeoutException"/>, and the operation
    /// continues.</param>
    /// <param name="cancellationToken">Ends the wait, not the operation: only native code can end that.</param>
    /// <returns>Its status.</returns>
    /// <exception cref="InvalidOperationException">Other code already awaits the operation.</exception>
    public ValueTask<int> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return HasEnded ? new(Settle())
            : cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken)
            : _waiter.Wait(new Deadline(timeout).Left, cancellationToken);
    }

    /// <summary>Returns the buffer. If an operation is running, the <see cref="EarlyDispose"/> of the constructor decides what happens.
    /// If this object is dropped and not disposed during an operation, native code keeps the buffer.</summary>
    /// <exception cref="InvalidOperationException">An operation is running, and <see cref="EarlyDispose.Throw"/> was chosen.</exception>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            if (IsUnderWay && _earlyDispose == EarlyDispose.Throw)
            {
                throw new InvalidOperationException("Native code still uses the buffer of this operation and hasn't signalled its end.");
            }

            Wait();
            _isDisposed = true;
            Return();
            CompletionPool.Put(_completion);
        }

        GC.SuppressFinalize(this);
    }

    internal static TimeoutException TimedOut() =>
        new("Native code didn't signal the end of the operation in time. It may still use the buffer.");

    /// <summary>Takes the buffer back once native code has signalled.</summary>
    internal int Settle()
    {
        if (Interlocked.Exchange(ref _isUnderWay, 0) != 0)
        {
            Release();
        }

        return _completion->Status;
    }

    private protected abstract void Retain();

    private protected abstract void Release();

    private protected abstract void Return();
}
