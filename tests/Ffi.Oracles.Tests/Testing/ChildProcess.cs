using System.Diagnostics;

namespace Ffi.Oracles.Tests;

/// <summary>Runs an ending of <see cref="Program"/> in a process of its own, which may die of it.</summary>
internal static class ChildProcess
{
    public static int ExitCodeOf(string ending)
    {
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["exec", typeof(ChildProcess).Assembly.Location, ending])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            // A core file of each would fill the disk.
            Environment = { ["DOTNET_DbgEnableMiniDump"] = "0" },
        })!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), $"'{ending}' does not end.");
        return process.ExitCode;
    }
}
