namespace Ffi.Tests.Memory;

/// <summary>A test that compiles with NativeAOT: it needs the ILCompiler package and a linker, and takes its time.</summary>
internal sealed class AotFactAttribute : FactAttribute
{
    public AotFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "The sample's script is for Linux.";
        }
        else if (Environment.GetEnvironmentVariable("CI") != "true" && Environment.GetEnvironmentVariable("FFI_AOT_TESTS") != "1")
        {
            Skip = "Compiles with NativeAOT, which downloads a compiler and takes a minute. Set FFI_AOT_TESTS=1 to run it.";
        }
    }
}
