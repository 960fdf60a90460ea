using Ffi.Platform.Tests.Testing;
using Ffi.Tests.Testing;
using Xunit.Abstractions;

namespace Ffi.Platform.Tests.Arm64;

/// <summary>The tests of the runtime once more, as programs for arm64 Linux.</summary>
public sealed class Arm64Tests(ITestOutputHelper output)
{
    // What depends on the processor. All tests would be an hour of emulated compiling.
    private static readonly string[] s_compiledWhenRun =
    [
        "Ffi.Tests.NativeCalls", "Ffi.Tests.Variadics", "Ffi.Tests.Calls", "Ffi.Tests.Delegates", "Ffi.Tests.Callbacks",
    ];

    [QemuTheory]
    [InlineData("NativeAot", "all tests of the runtime")]
    [InlineData("", "calls, callbacks, delegates, variadic functions, `NativeCall`")]
    public async Task TestsOfTheRuntime_PassOnArm64(string publishAs, string suite)
    {
        string folder = await Published.Publish("Ffi.Tests.Aot", "linux-arm64", publishAs);
        CommandResult result = await Qemu.Run(folder, "Ffi.Tests.Aot", publishAs.Length > 0 ? [] : s_compiledWhenRun);

        output.WriteLine(ProgramLog.Of(result));
        Assert.True(result.ExitCode == 0, ProgramLog.Of(result));
        PlatformTable.Confirm("linux-arm64, under qemu-user", PublishedAs.Describe(publishAs), suite, result.Output);
    }
}
