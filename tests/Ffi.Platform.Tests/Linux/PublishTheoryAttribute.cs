namespace Ffi.Platform.Tests.Linux;

/// <summary>A test that publishes for Linux: it needs the compiler of NativeAOT and a linker, and takes minutes.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublishTheoryAttribute : TheoryAttribute
{
    public PublishTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "Publishes for Linux, and runs there.";
        }
        else if (Environment.GetEnvironmentVariable("CI") != "true" && Environment.GetEnvironmentVariable("FFI_AOT_TESTS") != "1")
        {
            Skip = "Publishes with NativeAOT, which downloads a compiler and takes minutes. Set FFI_AOT_TESTS=1 to run it.";
        }
    }
}
