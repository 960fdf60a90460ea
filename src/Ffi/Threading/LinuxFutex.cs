using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>futex(2). The C library has no function for it, only the way to any system call.</summary>
[NativeLibrary("libc")]
internal static unsafe partial class LinuxFutex
{
    // linux/futex.h
    private const int FutexWait = 0;
    private const int FutexWake = 1;
    private const int PrivateFlag = 128;

    // asm-generic/errno-base.h, asm-generic/errno.h
    private const int EINTR = 4;
    private const int EAGAIN = 11;
    private const int ETIMEDOUT = 110;

    // The number of futex in each architecture's system call table; arm64, riscv64 and loongarch64 share one.
    private static readonly nint s_number = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 202,
        Architecture.X86 or Architecture.Arm or Architecture.Armv6 => 240,
        Architecture.S390x => 238,
        Architecture.Ppc64le => 221,
        _ => 98,
    };

    public static FutexResult Wait(int* word, int expected, TimeSpan timeout, FutexScope scope)
    {
        // FUTEX_WAIT takes a relative time, and measures it on the monotonic clock.
        long seconds = timeout.Ticks / TimeSpan.TicksPerSecond;
        TimeSpec time = new((nint)seconds, (nint)(timeout.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick));
        nint result = Call(
            s_number,
            word,
            FutexWait | Flags(scope),
            expected,
            timeout == Timeout.InfiniteTimeSpan ? null : &time,
            out int error);
        return result == 0
            ? FutexResult.Woken
            : error switch
            {
                EINTR => FutexResult.Woken,
                EAGAIN => FutexResult.Changed,
                ETIMEDOUT => FutexResult.TimedOut,
                _ => throw new Win32Exception(error),
            };
    }

    // The word may be freed already: a waiter that saw the change may free it. The kernel then wakes nobody, or returns EFAULT.
    public static void Wake(int* word, bool all, FutexScope scope) =>
        Call(s_number, word, FutexWake | Flags(scope), all ? int.MaxValue : 1, null, out _);

    private static int Flags(FutexScope scope) => scope == FutexScope.Private ? PrivateFlag : 0;

    [NativeFunction("syscall")]
    private static partial nint Call(nint number, int* word, nint operation, nint value, TimeSpec* timeout, [LastError] out int error);

    private readonly record struct TimeSpec(nint Seconds, nint Nanoseconds);
}
