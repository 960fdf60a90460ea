using Ffi.Platform.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Platform.Tests.Abi;

/// <summary>tests/Ffi.Abi.Program, written and published for a platform.</summary>
internal static class AbiProgram
{
    /// <param name="count">How many signatures.</param>
    /// <returns>The folder of the program.</returns>
    public static async Task<string> Publish(string rid, string publishAs, int count)
    {
        string system = rid.StartsWith("win", StringComparison.Ordinal) ? "windows" : "unix";
        string sources = Repository.PathOf($"artifacts/platforms/abi/{system}-{count}");
        CommandResult written = await Command.Run(
            "dotnet", ["exec", Repository.PathOf("artifacts/bin/Ffi.Abi.Program/release/Ffi.Abi.Program.dll"), sources, $"{count}"], environment: $"FFI_ABI_FOR={system}");
        Assert.True(written.ExitCode == 0, written.Output + written.Error);
        return await Published.Publish("Ffi.Abi.Program", rid, publishAs, $"-p:AbiSources={sources}");
    }
}
