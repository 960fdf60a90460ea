using Ffi.Tests.Testing;

namespace Ffi.Tests.Checked.Faults;

/// <summary>What the environment says, and what ends a process.</summary>
public class ProcessTests
{
    [Theory]
    [InlineData("", "On")]
    [InlineData("1", "On")]
    [InlineData("0", "Off")]
    [InlineData("guard", "Guard")]
    public async Task Environment_SaysHowCallsAreChecked(string variable, string mode) =>
        Assert.Equal(mode, (await Run("mode", variable)).Output.Trim());

    [Fact]
    public async Task SwitchedOff_NativeCodeGetsTheCallersMemory() =>
        Assert.Equal("returned 5", (await Run("write-outside", "0")).Output.Trim());

    [Fact]
    public async Task PolicyEndProcess_EndsWithTheReport()
    {
        CommandResult result = await Run("write-outside-and-end", "1");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("FFI9001: 'target' (System.Span<byte>, 8 bytes) of 'fill'", result.Error);
    }

    [Fact]
    public async Task PolicyReport_GoesOnAndTellsStandardError()
    {
        CommandResult result = await Run("write-outside-and-report", "1");

        Assert.Equal((0, "returned"), (result.ExitCode, result.Output.Trim()));
        Assert.Contains("FFI9001: 'target'", result.Error);
    }

    [Fact]
    public async Task WhatIsFoundAtTheEnd_IsToldAndMakesTheExitCode()
    {
        CommandResult result = await Run("write-late-and-exit", "1");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("FFI9003: 'target'", result.Error);
    }

    [Theory]
    [InlineData("write-outside")]
    [InlineData("write-late-and-exit")]
    [InlineData("read-outside")]
    [InlineData("read-late")]
    public async Task GuardedMemory_StopsTheInstructionThatHasNoBusinessThere(string what)
    {
        CommandResult result = await Run(what, "guard");

        Assert.Equal("", result.Output.Trim());
        Assert.NotInRange(result.ExitCode, 0, 2);
    }

    [Fact]
    public async Task GuardedMemory_IsUsedAsAnyOther()
    {
        CommandResult result = await Run("use", "guard");

        Assert.Equal((0, "40"), (result.ExitCode, result.Output.Trim()));
    }

    // The crash is what is tested; no dump of it is wanted.
    private static Task<CommandResult> Run(string what, string checks) => Command.Run(
        Environment.ProcessPath!,
        ["exec", Path.Combine(AppContext.BaseDirectory, "Ffi.Tests.CheckedProcess.dll"), what],
        environment: ["DOTNET_DbgEnableMiniDump=0", "FFI_CHECKED=" + checks]);
}
