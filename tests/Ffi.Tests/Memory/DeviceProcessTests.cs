using Ffi.Tests.Testing;

namespace Ffi.Tests.Memory;

/// <summary>What needs a process of its own, samples/DmaDevice: to crash, to be measured as a whole, or to end at a bad moment.</summary>
public class DeviceProcessTests
{
    [Fact]
    public async Task PinnedBuffers_UnderNativeWriters_AreNotOneByteOff()
    {
        CommandResult result = await Run("torture");
        Assert.Equal("0 bytes off", result.Output.Trim());
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task TheControl_WithoutTheProtection_Breaks()
    {
        CommandResult result = await Run("torture", "unprotected");
        Assert.NotEqual(0, result.ExitCode);
    }

    [Fact]
    public async Task AwaitingOperations_OnceWarm_AllocatesNothingOnAnyThread()
    {
        CommandResult result = await Run("allocations");
        Assert.Equal("0 B an operation", result.Output.Trim());
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task AProcess_ThatEndsInTheMiddleOfATransfer_EndsCleanly()
    {
        CommandResult result = await Run("leave");
        Assert.Equal("", result.Output.Trim());
        Assert.Equal(0, result.ExitCode);
    }

    private static Task<CommandResult> Run(params string[] arguments) =>
        Command.Run(
            Environment.ProcessPath!,
            ["exec", Path.Combine(AppContext.BaseDirectory, "DmaDevice.dll"), .. arguments],
            environment: "DOTNET_DbgEnableMiniDump=0");
}
