namespace Ffi.Tests.Threading;

/// <summary>A test that forks.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no fork, and wakes waiters in one process only.";
        }
    }
}
