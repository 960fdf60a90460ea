namespace Ffi;

/// <summary>Waiting on a word and waking its waiters, on each operating system. None of it suppresses the GC transition: a wait
/// blocks.</summary>
internal static unsafe class FutexCalls
{
    public static FutexResult Wait(int* word, int expected, TimeSpan timeout, FutexScope scope) =>
        OperatingSystem.IsWindows() ? WindowsFutex.Wait(word, expected, timeout)
        : OperatingSystem.IsMacOS() ? MacOSFutex.Wait(word, expected, timeout, scope)
        : LinuxFutex.Wait(word, expected, timeout, scope);

    public static void Wake(int* word, bool all, FutexScope scope)
    {
        if (OperatingSystem.IsWindows())
        {
            WindowsFutex.Wake(word, all);
        }
        else if (OperatingSystem.IsMacOS())
        {
            MacOSFutex.Wake(word, all, scope);
        }
        else
        {
            LinuxFutex.Wake(word, all, scope);
        }
    }
}
