using Ffi.Platform.Tests.Testing;
using Ffi.Tests.Testing;
using Xunit.Abstractions;

namespace Ffi.Platform.Tests.Linux;

/// <summary>The tests of the runtime once more, as published programs, which must also be published without a warning.</summary>
public sealed class PublishTests(ITestOutputHelper output)
{
    // One file is trimmed and compiled ahead (ReadyToRun), too: each alone would show no more.
    [PublishTheory]
    [InlineData("NativeAot", "net10.0")]
    [InlineData("SingleFile", "net10.0")]
    public Task PublishedTests_Pass(string publishAs, string framework) => Run(publishAs, framework, "all tests of the runtime");

    // The package is for .NET 9, too. What differs there is the library and the compiler, not the calls.
    [PublishTheory]
    [InlineData("NativeAot", "net9.0")]
    public Task SomeTests_PassOnTheOlderFramework(string publishAs, string framework) =>
        Run(
            publishAs, framework, "text, errno, handles, marshallers, callbacks", "Ffi.Tests.Text", "Ffi.Tests.Errors", "Ffi.Tests.Handles",
            "Ffi.Tests.Marshalling", "Ffi.Tests.Callbacks");

    private async Task Run(string publishAs, string framework, string suite, params string[] parts)
    {
        string folder = await Published.Publish("Ffi.Tests.Aot", "linux-x64", publishAs, $"-p:ProgramFramework={framework}");
        AssertIsOneFile(folder);

        CommandResult result = await Command.Run(Path.Combine(folder, "Ffi.Tests.Aot"), parts);

        output.WriteLine(result.Output);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        PlatformTable.Confirm("linux-x64", PublishedAs.Describe(publishAs, framework), suite, result.Output);
    }

    // What a property of the project promises can get lost on the way to the program.
    private static void AssertIsOneFile(string folder) => Assert.Empty(Directory.GetFiles(folder, "*.dll"));
}
