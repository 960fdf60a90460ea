using Ffi.Platform.Tests.Testing;
using Ffi.Tests.Testing;
using Xunit.Abstractions;

namespace Ffi.Platform.Tests.Linux;

/// <summary>A NativeAOT program with C libraries inside: the tests that call declared functions, once more.</summary>
public sealed class StaticLinkingTests(ITestOutputHelper output)
{
    [PublishFact]
    public async Task LinkedTests_Pass_WithoutALibraryBesideTheProgram()
    {
        string folder = await Published.Publish("Ffi.Tests.Linked", "linux-x64", "NativeAot");
        Assert.DoesNotContain(Directory.GetFiles(folder), static file => file.EndsWith(".so", StringComparison.Ordinal));
        string program = Path.Combine(folder, "Ffi.Tests.Linked");
        CommandResult needed = await Command.Run("ldd", [program]);
        Assert.Contains("libc.so", needed.Output, StringComparison.Ordinal);
        foreach (string library in (string[])["libz", "sqlite", "benchmarktest", "sharedmemory"])
        {
            Assert.DoesNotContain(library, needed.Output, StringComparison.Ordinal);
        }

        CommandResult result = await Command.Run(program, []);

        output.WriteLine(result.Output);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        PlatformTable.Confirm(
            "linux-x64",
            PublishedAs.Describe("NativeAot") + ", C libraries linked in",
            "tests of declared functions; zlib, SQLite",
            result.Output);
    }
}
