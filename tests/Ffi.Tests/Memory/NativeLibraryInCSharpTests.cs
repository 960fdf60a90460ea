using Ffi.Tests.Testing;

namespace Ffi.Tests.Memory;

/// <summary>samples/SharedBuffers: C# compiled to a native library, and a C program that allocates, has drawn, and gives back.</summary>
public class NativeLibraryInCSharpTests
{
    [AotFact]
    public async Task ACProgram_IsDrawnFor_AndToldWhatItGivesBackWrongly()
    {
        CommandResult result = await Command.Run("sh", [Repository.PathOf("samples/SharedBuffers/run.sh")]);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);

        Assert.Contains("allocated: 2 blocks, 289 bytes out", result.Output, StringComparison.Ordinal);
        Assert.Contains("...###############...", result.Output, StringComparison.Ordinal);
        Assert.Contains("give back again: -1", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("gave all back: 0 blocks, 0 bytes out\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("was already released", result.Error, StringComparison.Ordinal);
        Assert.Contains("40 bytes inside block 2", result.Error, StringComparison.Ordinal);
    }
}
