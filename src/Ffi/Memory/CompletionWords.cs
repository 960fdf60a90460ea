namespace Ffi;

/// <summary><c>struct ffi_completion</c>: how native code tells that an operation has ended.</summary>
internal unsafe struct CompletionWords
{
    private int _word;
    private readonly int _status;
    private int _strays;
    private readonly int _reserved;
    private long _doorbellOffset;

    public int Word => Volatile.Read(ref _word);

    public readonly int Status => _status;

    public bool HasEnded => (Word & 1) != 0;

    /// <summary>How often native code signalled what was not under way, since the last look.</summary>
    public int TakeStrays() => Interlocked.Exchange(ref _strays, 0);

    /// <summary>Begins another operation. The ticket of the one before goes stale.</summary>
    public void Begin() => Volatile.Write(ref _word, (_word | 1) + 1);

    /// <summary>Ends an operation that never started.</summary>
    public void Withdraw() => Volatile.Write(ref _word, _word | 1);

    public bool WaitForEnd(TimeSpan timeout)
    {
        fixed (int* word = &_word)
        {
            // Windows has only the private scope.
            Futex futex = new(word, OperatingSystem.IsWindows() ? FutexScope.Private : FutexScope.Shared);
            return HasEnded || futex.WaitWhile(_word & ~1, timeout);
        }
    }

    /// <summary>Lies where it can't move, as the signal does.</summary>
    public void SetDoorbell(SignalWords* signal)
    {
        fixed (CompletionWords* self = &this)
        {
            _doorbellOffset = (nint)signal - (nint)self;
        }
    }
}
