namespace Ffi;

/// <summary>Counts running work on other threads, managed or native, and waits until there is none.</summary>
/// <remarks>C code gets its half from <c>native/include/ffi_wait_group.h</c>. Any thread may call any member but <see cref="Dispose"/>;
/// none allocates.</remarks>
public sealed unsafe class NativeWaitGroup : IDisposable
{
    private readonly NativeBlock _block = new(sizeof(int));

    /// <summary>The address of the <c>struct ffi_wait_group</c> that native code counts down.</summary>
    public nint Address => (nint)Word;

    /// <summary>How much work is running.</summary>
    public int Count => Volatile.Read(ref *Word);

    private int* Word
    {
        get
        {
            ObjectDisposedException.ThrowIf(_block.IsClosed, this);
            return (int*)_block.Pointer;
        }
    }

    /// <summary>Counts work that is about to start. Call it before the work starts.</summary>
    /// <param name="count">How much; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is less than 1, or too large.</exception>
    public void Add(int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (Interlocked.Add(ref *Word, count) < 0)
        {
            Interlocked.Add(ref *Word, -count);
            throw new ArgumentOutOfRangeException(nameof(count), count, "The count of the group would exceed int.MaxValue.");
        }
    }

    /// <summary>Counts one piece of work as done, and wakes waiting threads if it was the last.</summary>
    /// <exception cref="InvalidOperationException">No work is running. The count stays 0.</exception>
    public void Done()
    {
        int* word = Word;
        int count;
        do
        {
            count = Volatile.Read(ref *word);
            if (count == 0)
            {
                throw new InvalidOperationException("Done was called too often: the wait group counts no running work.");
            }
        }
        while (Interlocked.CompareExchange(ref *word, count - 1, count) != count);

        if (count == 1)
        {
            FutexCalls.Wake(word, all: true, FutexScope.Shared);
        }
    }

    /// <summary>Waits until no work is running.</summary>
    public void Wait() => Wait(Timeout.InfiniteTimeSpan);

    /// <summary>Waits until no work is running, or the timeout expires.</summary>
    /// <param name="timeout">The longest time to wait.</param>
    /// <returns>Whether no work is running; false if the timeout expired first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public bool Wait(TimeSpan timeout)
    {
        Deadline deadline = new(timeout);
        int* word = Word;
        for (int count; (count = Volatile.Read(ref *word)) != 0;)
        {
            // Only the last Done wakes the waiters, so one sleep is enough, unless another thread calls Add in the meantime.
            if (FutexCalls.Wait(word, count, deadline.Left, FutexScope.Shared) == FutexResult.TimedOut)
            {
                return Volatile.Read(ref *word) == 0;
            }
        }

        return true;
    }

    /// <summary>Frees the memory that native code counts down.</summary>
    /// <exception cref="InvalidOperationException">Work is running that will count itself down. Nothing is freed.</exception>
    public void Dispose()
    {
        if (!_block.IsClosed)
        {
            if (Count is var count && count != 0)
            {
                throw new InvalidOperationException(
                    $"{count} pieces of work are still running and will use this wait group. Wait for them first.");
            }

            _block.Dispose();
        }
    }
}
