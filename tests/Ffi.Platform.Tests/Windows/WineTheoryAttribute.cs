namespace Ffi.Platform.Tests.Windows;

/// <summary>A test that runs Windows programs: skipped where wine or the cross compiler is missing, but not in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WineTheoryAttribute : TheoryAttribute
{
    public WineTheoryAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && (Wine.Loader is null || Wine.Compiler is null))
        {
            Skip = "Runs the Windows build of the tests under wine, on Linux (apt install wine64 gcc-mingw-w64-x86-64).";
        }
    }
}
