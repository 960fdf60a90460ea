using System.Collections.Concurrent;
using Ffi.Platform.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Platform.Tests.Abi;

/// <summary>tests/Ffi.Abi.Program, written and published for a platform.</summary>
internal static class AbiProgram
{
    /// <summary>How many signatures there are.</summary>
    public const int Count = 1000;

    private const string Writer = "artifacts/bin/Ffi.Abi.Program/release/Ffi.Abi.Program.dll";

    // Written once for each kind of system, so that its platforms share what is compiled of it.
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> s_sources = new();

    /// <returns>The folder of the program.</returns>
    public static async Task<string> Publish(string rid, string publishAs)
    {
        string system = rid.StartsWith("win", StringComparison.Ordinal) ? "windows" : "unix";
        string sources = await s_sources.GetOrAdd(system, static system => new(() => Write(system))).Value;
        return await Published.Publish("Ffi.Abi.Program", rid, publishAs, $"-p:AbiSources={sources}");
    }

    private static async Task<string> Write(string system)
    {
        string sources = Repository.PathOf($"artifacts/platforms/abi/{system}-{Count}");
        CommandResult written = await Command.Run(
            "dotnet",
            ["exec", Repository.PathOf(Writer), sources, $"{Count}"],
            environment: $"FFI_ABI_FOR={system}");
        Assert.True(written.ExitCode == 0, written.Output + written.Error);
        return sources;
    }
}
