using System.ComponentModel;

namespace Ffi;

/// <summary>WaitOnAddress: Windows 8 and later, in one process.</summary>
[NativeLibrary("api-ms-win-core-synch-l1-2-0")]
internal static unsafe partial class WindowsFutex
{
    private const uint Infinite = uint.MaxValue;
    private const int ErrorTimeout = 1460;

    public static FutexResult Wait(int* word, int expected, TimeSpan timeout)
    {
        if (Volatile.Read(ref *word) != expected)
        {
            return FutexResult.Changed;
        }

        // Rounded up, so that the last millisecond is not spent spinning. A wait that is too long for the call ends early, like a spurious
        // wake-up.
        double milliseconds = Math.Ceiling(timeout.TotalMilliseconds);
        uint time = timeout == Timeout.InfiniteTimeSpan ? Infinite : (uint)Math.Min(milliseconds, Infinite - 1);
        if (WaitOnAddress(word, &expected, sizeof(int), time, out int error) != 0)
        {
            return FutexResult.Woken;
        }

        return error != ErrorTimeout ? throw new Win32Exception(error)
            : milliseconds > time ? FutexResult.Woken
            : FutexResult.TimedOut;
    }

    public static void Wake(int* word, bool all)
    {
        if (all)
        {
            WakeByAddressAll(word);
        }
        else
        {
            WakeByAddressSingle(word);
        }
    }

    [NativeFunction]
    private static partial int WaitOnAddress(
        int* address,
        int* compareAddress,
        nuint addressSize,
        uint milliseconds,
        [LastError] out int error);

    [NativeFunction]
    private static partial void WakeByAddressSingle(int* address);

    [NativeFunction]
    private static partial void WakeByAddressAll(int* address);
}
