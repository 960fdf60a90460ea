using Ffi.Tests.Testing;
using Ffi.Platform.Tests.Testing;
using Ffi.Tests.Runner;
using Xunit.Abstractions;

namespace Ffi.Platform.Tests.Windows;

/// <summary>The tests of the runtime once more, as Windows programs.</summary>
public sealed class WindowsTests(WindowsBuild build, ITestOutputHelper output) : IClassFixture<WindowsBuild>
{
    private static readonly string s_exceptions = Repository.PathOf("tests/Ffi.Platform.Tests/Windows/NotUnderWine.txt");

    [WineTheory]
    [InlineData("Ffi.Tests", "", "all tests of the runtime")]
    [InlineData("Ffi.Abi.Tests", "Ffi.Tests.Calls", "calls, in an assembly without run-time marshalling")]
    [InlineData("Ffi.Abi.Tests", "Ffi.Abi.Tests.RandomStructTests", "100 random structs, byte by byte as `[DllImport]` marshals them")]
    public async Task TestsOfTheRuntime_PassOnWindows(string assembly, string part, string suite)
    {
        CommandResult result = await Wine.Run(
            await build.Folder,
            "Ffi.Tests.Runner.exe", assembly, "--only", part, "--except", s_exceptions);

        output.WriteLine(ProgramLog.Of(result));
        Assert.True(result.ExitCode == 0, ProgramLog.Of(result));
        PlatformTable.Confirm("win-x64, under wine", PublishedAs.Describe(""), suite, result.Output);
    }

    [Fact]
    public void Exceptions_AreListedInTheDocumentation()
    {
        string page = File.ReadAllText(Repository.PathOf("docs/reference/platforms.md"));

        Assert.All(
            TestSelection.ReadExceptions(s_exceptions),
            exception => Assert.Contains($"| `{exception.Name}` | {exception.Reason} |", page));
    }
}
