using Ffi.Platform.Tests.Arm64;
using Ffi.Platform.Tests.Linux;
using Ffi.Platform.Tests.Musl;
using Ffi.Platform.Tests.Testing;
using Ffi.Platform.Tests.Windows;
using Ffi.Tests.Testing;
using Xunit.Abstractions;

namespace Ffi.Platform.Tests.Abi;

/// <summary>Functions of random signatures, called on each platform; and mistakes that must be noticed there.</summary>
public sealed class RandomSignatureTests(ITestOutputHelper output)
{
    private const string Program = "Ffi.Abi.Program";

    [PublishTheory, InlineData("NativeAot"), InlineData("")]
    public Task LinuxX64(string publishAs) =>
        Check("linux-x64", "linux-x64", publishAs, static folder => Command.Run(Path.Combine(folder, Program), []));

    [WineTheory, InlineData("")]
    public Task WindowsX64(string publishAs) =>
        Check("win-x64, under wine", "win-x64", publishAs, static folder => Wine.Run(folder, $"{Program}.exe"));

    [QemuTheory, InlineData("NativeAot"), InlineData("")]
    public Task LinuxArm64(string publishAs) =>
        Check("linux-arm64, under qemu-user", "linux-arm64", publishAs, static folder => Qemu.Run(folder, Program));

    [MuslTheory, InlineData("")]
    public Task LinuxMuslX64(string publishAs) =>
        Check("linux-musl-x64", "linux-musl-x64", publishAs, static folder => MuslPrograms.Run(folder, Program));

    private async Task Check(string platform, string rid, string publishAs, Func<string, Task<CommandResult>> run)
    {
        CommandResult result = await run(await AbiProgram.Publish(rid, publishAs));

        output.WriteLine(result.Output);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Contains($"StaticLibraryPath: {AbiProgram.Count} functions, 0 wrong", result.Output, StringComparison.Ordinal);
        PlatformTable.Confirm(platform, PublishedAs.Describe(publishAs), $"{AbiProgram.Count:N0} random signatures", result.Output);
    }
}
