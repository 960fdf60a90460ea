using System.Diagnostics;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Memory;

/// <summary>samples/SharedBuffers: C# compiled to a native library, and a C program that allocates, has drawn, and gives back.</summary>
public class NativeLibraryInCSharpTests
{
    [AotFact]
    public void ACProgram_IsDrawnFor_AndToldWhatItGivesBackWrongly()
    {
        ProcessStartInfo start = new("sh", [Repository.PathOf("samples/SharedBuffers/run.sh")]) { RedirectStandardOutput = true, RedirectStandardError = true };

        // The build must not take itself for a part of the one that runs the tests.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment.Remove("MSBuildSDKsPath");
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + errors.Result);

        Assert.Contains("allocated: 2 blocks, 289 bytes out", output, StringComparison.Ordinal);
        Assert.Contains("...###############...", output, StringComparison.Ordinal);
        Assert.Contains("give back again: -1", output, StringComparison.Ordinal);
        Assert.EndsWith("gave all back: 0 blocks, 0 bytes out\n", output, StringComparison.Ordinal);
        Assert.Contains("was already released", errors.Result, StringComparison.Ordinal);
        Assert.Contains("40 bytes inside block 2", errors.Result, StringComparison.Ordinal);
    }
}
