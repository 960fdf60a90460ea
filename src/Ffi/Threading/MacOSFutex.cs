using System.ComponentModel;

namespace Ffi;

/// <summary>What macOS's own locks and C++ library wait with: not in a header, but in the system library since 10.12, between processes
/// since 10.15.</summary>
[NativeLibrary("libSystem")]
internal static unsafe partial class MacOSFutex
{
    // xnu, bsd/sys/ulock.h
    private const uint CompareAndWait = 1;
    private const uint CompareAndWaitShared = 3;
    private const uint WakeEverybody = 0x100;
    private const uint ErrorAsResult = 0x0100_0000;

    // bsd/sys/errno.h
    private const int EINTR = 4;
    private const int EFAULT = 14;
    private const int ETIMEDOUT = 60;

    public static FutexResult Wait(int* word, int expected, TimeSpan timeout, FutexScope scope)
    {
        if (Volatile.Read(ref *word) != expected)
        {
            return FutexResult.Changed;
        }

        // 0 means for ever. A wait that is too long for the call (71 minutes) ends early, like a spurious wake-up.
        double microseconds = Math.Ceiling(timeout.TotalMicroseconds);
        uint time = timeout == Timeout.InfiniteTimeSpan ? 0 : (uint)Math.Clamp(microseconds, 1, uint.MaxValue);
        int result = __ulock_wait(Operation(scope), word, (uint)expected, time);
        return result switch
        {
            >= 0 or -EINTR or -EFAULT => FutexResult.Woken, // EFAULT: the page had to be fetched first; the caller looks again.
            -ETIMEDOUT => microseconds > time ? FutexResult.Woken : FutexResult.TimedOut,
            _ => throw new Win32Exception(-result),
        };
    }

    // Returns ENOENT if nobody waits.
    public static void Wake(int* word, bool all, FutexScope scope) => __ulock_wake(Operation(scope) | (all ? WakeEverybody : 0), word, 0);

    private static uint Operation(FutexScope scope) =>
        ErrorAsResult | (scope == FutexScope.Private ? CompareAndWait : CompareAndWaitShared);

    [NativeFunction]
    private static partial int __ulock_wait(uint operation, int* address, ulong value, uint microseconds);

    [NativeFunction]
    private static partial int __ulock_wake(uint operation, int* address, ulong value);
}
