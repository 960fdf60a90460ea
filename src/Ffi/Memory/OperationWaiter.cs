using System.Diagnostics;
using System.Threading.Tasks.Sources;

namespace Ffi;

/// <summary>The asynchronous wait for one operation, used again for each: what its <see cref="ValueTask{TResult}"/> stands on.</summary>
internal sealed unsafe class OperationWaiter(NativeOperation operation) : IValueTaskSource<int>, IThreadPoolWorkItem
{
    private ManualResetValueTaskSourceCore<int> _core;
    private CancellationTokenRegistration _registration;
    private CancellationToken _token;
    private int _outcome;

    public OperationWaiter? Previous { get; set; }

    public OperationWaiter? Next { get; set; }

    public bool IsListed { get; set; }

    public long Deadline { get; private set; }

    public bool HasEnded => operation.HasEnded;

    public bool IsWaiting => Volatile.Read(ref _outcome) == (int)WaitOutcome.Waiting;

    public ValueTask<int> Wait(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _outcome, (int)WaitOutcome.Waiting, (int)WaitOutcome.None) != (int)WaitOutcome.None)
        {
            throw new InvalidOperationException("Other code already awaits this operation.");
        }

        _core.Reset();
        _token = cancellationToken;
        Deadline = timeout == Timeout.InfiniteTimeSpan ? long.MaxValue
            : Stopwatch.GetTimestamp() + (long)(timeout.TotalSeconds * Stopwatch.Frequency);
        ValueTask<int> wait = new(this, _core.Version);
        _registration = cancellationToken.UnsafeRegister(static waiter => ((OperationWaiter)waiter!).Cancel(), this);
        CompletionThread.Add(this);
        return wait;
    }

    /// <summary>Ends the wait, if nothing else has. The rest is done on the thread pool, which runs the awaiting code too.</summary>
    public void End(WaitOutcome outcome)
    {
        if (Interlocked.CompareExchange(ref _outcome, (int)outcome, (int)WaitOutcome.Waiting) == (int)WaitOutcome.Waiting)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        _registration.Dispose(); // Waits for a Cancel that is running: it must not meet the next wait.
        switch ((WaitOutcome)Volatile.Read(ref _outcome))
        {
            case WaitOutcome.Ended:
                _core.SetResult(operation.Settle());
                break;
            case WaitOutcome.TimedOut:
                _core.SetException(NativeOperation.TimedOut());
                break;
            default:
                _core.SetException(new OperationCanceledException("The wait was cancelled, but the operation continues.", _token));
                break;
        }
    }

    int IValueTaskSource<int>.GetResult(short token)
    {
        try
        {
            return _core.GetResult(token);
        }
        finally
        {
            Volatile.Write(ref _outcome, (int)WaitOutcome.None);
        }
    }

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _core.OnCompleted(continuation, state, token, flags);

    private void Cancel()
    {
        CompletionThread.Remove(this);
        End(WaitOutcome.Cancelled);
    }
}
