namespace Ffi;

/// <summary>A 32-bit word in native or pinned memory that threads sleep on until another thread, managed or native, changes it and
/// wakes them.</summary>
/// <remarks>
/// <para>Linux: <c>futex(2)</c>. Windows: <c>WaitOnAddress</c>. macOS: <c>__ulock_wait</c>. C code gets its half from
/// <c>native/include/ffi_futex.h</c>.</para>
/// <para>The rule that loses no wake-up: the waker changes the word <em>first</em>, then wakes; the waiter names the value it saw. A
/// waiting thread doesn't hold up the garbage collector. All members may be called on any thread and allocate nothing.</para>
/// </remarks>
public readonly unsafe struct Futex : IEquatable<Futex>
{
    private readonly int* _word;
    private readonly FutexScope _scope;

    /// <summary>Makes a futex of a word.</summary>
    /// <param name="word">A word that neither moves nor is freed while the futex is used; its address a multiple of 4.</param>
    /// <param name="scope">Whether other processes wait on it too.</param>
    /// <exception cref="ArgumentNullException">The pointer is null.</exception>
    /// <exception cref="ArgumentException">The address is not a multiple of 4.</exception>
    /// <exception cref="PlatformNotSupportedException">The scope is shared, and this is Windows.</exception>
    public Futex(int* word, FutexScope scope = FutexScope.Private)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (((nint)word & 3) != 0)
        {
            throw new ArgumentException($"The address of a futex must be a multiple of 4; 0x{(nint)word:x} isn't.", nameof(word));
        }

        if (scope == FutexScope.Shared && OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException(
                "Windows can wake by address only inside one process. Use a named event or semaphore between processes.");
        }

        _word = word;
        _scope = scope;
    }

    /// <summary>The word itself: for <see cref="Volatile"/> and <see cref="Interlocked"/>.</summary>
    public ref int Word => ref *_word;

    /// <summary>What the word holds now. What was written before the word is visible too.</summary>
    public int Value => Volatile.Read(ref *_word);

    /// <summary>Sleeps until woken, if the word holds the expected value.</summary>
    /// <param name="expected">The value that the caller saw and wants to see changed.</param>
    /// <returns>Never <see cref="FutexResult.TimedOut"/>.</returns>
    public FutexResult Wait(int expected) => Wait(expected, Timeout.InfiniteTimeSpan);

    /// <summary>Sleeps until woken or until the timeout expires, if the word holds the expected value.</summary>
    /// <param name="expected">The value that the caller saw and wants to see changed.</param>
    /// <param name="timeout">The longest time to wait; <see cref="Timeout.InfiniteTimeSpan"/> waits without a limit.</param>
    /// <returns>Why the wait ended. Look at the word again: a wait may end without a reason.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public FutexResult Wait(int expected, TimeSpan timeout) =>
        FutexCalls.Wait(_word, expected, new Deadline(timeout).Left, _scope);

    /// <summary>Sleeps while the word has a value, even if it is woken without a reason.</summary>
    /// <param name="value">The value that keeps it asleep.</param>
    /// <param name="timeout">The longest time to wait.</param>
    /// <returns>Whether the word changed; false if the timeout expired first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public bool WaitWhile(int value, TimeSpan timeout)
    {
        // Two system calls take longer than a change that comes within a microsecond.
        for (SpinWait spin = default; !spin.NextSpinWillYield; spin.SpinOnce())
        {
            if (Value != value)
            {
                return true;
            }
        }

        Deadline deadline = new(timeout);
        while (Value == value)
        {
            if (FutexCalls.Wait(_word, value, deadline.Left, _scope) == FutexResult.TimedOut)
            {
                return Value != value;
            }
        }

        return true;
    }

    /// <summary>Sleeps while the word has a value, even if it is woken without a reason.</summary>
    /// <param name="value">The value that keeps it asleep.</param>
    public void WaitWhile(int value) => WaitWhile(value, Timeout.InfiniteTimeSpan);

    /// <summary>Wakes one waiting thread, if there is one. Comes after the change of the word.</summary>
    public void WakeOne() => FutexCalls.Wake(_word, all: false, _scope);

    /// <summary>Wakes all waiting threads. Comes after the change of the word.</summary>
    public void WakeAll() => FutexCalls.Wake(_word, all: true, _scope);

    /// <summary>Whether both are the same word in the same scope.</summary>
    /// <param name="other">The other futex.</param>
    public bool Equals(Futex other) => _word == other._word && _scope == other._scope;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Futex other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((nint)_word).GetHashCode();

    /// <summary>Whether both are the same word in the same scope.</summary>
    public static bool operator ==(Futex left, Futex right) => left.Equals(right);

    /// <summary>Whether they are different words, or different scopes.</summary>
    public static bool operator !=(Futex left, Futex right) => !left.Equals(right);
}
