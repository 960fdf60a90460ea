namespace Ffi;

/// <summary><c>struct ffi_signal</c>: the memory of a <see cref="NativeSignal"/>. Lies where it can't move.</summary>
/// <remarks>
/// A waiter reads the sequence, raises the flag, looks at what it waits for, and sleeps while the sequence is the one it read. A notifier
/// changes what they wait for and looks at the flag. Each writes before it reads what the other wrote, so one of them sees the other. The
/// notifier lowers the flag before it steps the sequence: a flag that was raised after the step stays up for the next notifier.
/// </remarks>
internal unsafe struct SignalWords
{
    private int _sequence;
    private int _isAwaited;

    public int Listen()
    {
        int ticket = Volatile.Read(ref _sequence);
        Interlocked.Exchange(ref _isAwaited, 1);
        return ticket;
    }

    public FutexResult Wait(int ticket, TimeSpan timeout)
    {
        fixed (int* sequence = &_sequence)
        {
            return FutexCalls.Wait(sequence, ticket, timeout, FutexScope.Shared);
        }
    }

    public void Notify()
    {
        Interlocked.MemoryBarrier();
        NotifyAfterBarrier();
    }

    /// <summary>For a caller whose last write was interlocked.</summary>
    public void NotifyAfterBarrier()
    {
        if (Volatile.Read(ref _isAwaited) != 0)
        {
            Wake();
        }
    }

    private void Wake()
    {
        Interlocked.Exchange(ref _isAwaited, 0);
        Interlocked.Increment(ref _sequence);
        fixed (int* sequence = &_sequence)
        {
            FutexCalls.Wake(sequence, all: true, FutexScope.Shared);
        }
    }
}
