namespace Ffi.Tests.Memory;

/// <summary>A test that calls the wasm guest, which the test build makes where the tools for it are installed.</summary>
internal sealed class WasmFactAttribute : FactAttribute
{
    public WasmFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && !File.Exists(Path.Combine(AppContext.BaseDirectory, "libwasmguest.so")))
        {
            Skip = "The wasm guest was not built: it needs clang, lld and wabt, and is for Linux (apt install clang lld wabt).";
        }
    }
}
