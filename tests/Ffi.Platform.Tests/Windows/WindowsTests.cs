using Ffi.Platform.Tests.Testing;
using Ffi.Tests.Runner;
using Ffi.Tests.Testing;
using Xunit.Abstractions;

namespace Ffi.Platform.Tests.Windows;

/// <summary>The tests of the runtime once more, as Windows programs.</summary>
public sealed class WindowsTests(WindowsBuild build, ITestOutputHelper output) : IClassFixture<WindowsBuild>
{
    private static readonly string s_exceptions = Repository.PathOf("tests/Ffi.Platform.Tests/Windows/NotUnderWine.txt");

    [WineTheory]
    [InlineData("Ffi.Tests")]
    [InlineData("Ffi.Abi.Tests")]
    public async Task TestsOfTheRuntime_PassOnWindows(string assembly)
    {
        CommandResult result = await Wine.Run(await build.Folder, "Ffi.Tests.Runner.exe", assembly, "--except", s_exceptions);

        output.WriteLine(result.Output);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    [Fact]
    public void Exceptions_AreListedInTheDocumentation()
    {
        string page = File.ReadAllText(Repository.PathOf("docs/platforms.md"));

        Assert.All(TestSelection.ReadExceptions(s_exceptions), exception => Assert.Contains($"| `{exception.Name}` | {exception.Reason} |", page));
    }
}
