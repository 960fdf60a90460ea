using System.Diagnostics;

namespace Ffi.Tests.Memory;

/// <summary>What needs a process of its own, samples/DmaDevice: to crash, to be measured as a whole, or to end at a bad moment.</summary>
public class DeviceProcessTests
{
    [Fact]
    public void PinnedBuffers_UnderNativeWriters_AreNotOneByteOff()
    {
        (int exitCode, string output) = Run("torture");
        Assert.Equal("0 bytes off", output);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void TheControl_WithoutTheProtection_Breaks()
    {
        (int exitCode, _) = Run("torture unprotected");
        Assert.NotEqual(0, exitCode);
    }

    [Fact]
    public void AwaitingOperations_OnceWarm_AllocatesNothingOnAnyThread()
    {
        (int exitCode, string output) = Run("allocations");
        Assert.Equal("0 B an operation", output);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void AProcess_ThatEndsInTheMiddleOfATransfer_EndsCleanly()
    {
        (int exitCode, string output) = Run("leave");
        Assert.Equal("", output);
        Assert.Equal(0, exitCode);
    }

    private static (int ExitCode, string Output) Run(string arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "DmaDevice.dll");
        ProcessStartInfo start = new(Environment.ProcessPath!, $"exec \"{program}\" {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_DbgEnableMiniDump"] = "0" },
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        errors.Wait();
        return (process.ExitCode, output);
    }
}
