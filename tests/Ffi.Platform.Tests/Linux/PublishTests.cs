using System.Reflection.PortableExecutable;
using Ffi.Platform.Tests.Testing;
using Ffi.Tests.Testing;
using Xunit.Abstractions;

namespace Ffi.Platform.Tests.Linux;

/// <summary>The tests of the runtime once more, as published programs, which must also be published without a warning.</summary>
public sealed class PublishTests(ITestOutputHelper output)
{
    [PublishTheory]
    [InlineData("NativeAot", "net10.0")]
    [InlineData("Trimmed", "net10.0")]
    [InlineData("SingleFile", "net10.0")]
    [InlineData("ReadyToRun", "net10.0")]
    public Task PublishedTests_Pass(string publishAs, string framework) => Run(publishAs, framework, "all tests of the runtime");

    // The package is for .NET 9, too. What differs there is the library and the compiler, not the calls.
    [PublishTheory]
    [InlineData("NativeAot", "net9.0")]
    public Task SomeTests_PassOnTheOlderFramework(string publishAs, string framework) =>
        Run(publishAs, framework, "text, errno, handles, marshallers, callbacks", "Ffi.Tests.Text", "Ffi.Tests.Errors", "Ffi.Tests.Handles", "Ffi.Tests.Marshalling", "Ffi.Tests.Callbacks");

    private async Task Run(string publishAs, string framework, string suite, params string[] parts)
    {
        string folder = await Published.Publish("Ffi.Tests.Aot", "linux-x64", publishAs, $"-p:ProgramFramework={framework}");
        AssertIsPublishedAs(publishAs, folder);

        CommandResult result = await Command.Run(Path.Combine(folder, "Ffi.Tests.Aot"), parts);

        output.WriteLine(result.Output);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        PlatformTable.Confirm("linux-x64", PublishedAs.Describe(publishAs, framework), suite, result.Output);
    }

    // What a property of the project promises can get lost on the way to the program.
    private static void AssertIsPublishedAs(string publishAs, string folder)
    {
        string[] assemblies = [.. Directory.GetFiles(folder, "*.dll").Select(Path.GetFileName)!];
        switch (publishAs)
        {
            case "NativeAot" or "SingleFile":
                Assert.Empty(assemblies);
                break;
            case "Trimmed":
                Assert.Contains("System.Private.CoreLib.dll", assemblies);
                Assert.DoesNotContain("System.Private.Xml.dll", assemblies);
                break;
            case "ReadyToRun":
                Assert.Equal(["Ffi.Tests.Aot.dll", "Ffi.Tests.Portable.dll", "Ffi.dll"], assemblies.Order(StringComparer.Ordinal));
                Assert.All(assemblies, assembly => Assert.True(HasNativeCode(Path.Combine(folder, assembly))));
                break;
        }
    }

    private static bool HasNativeCode(string assembly)
    {
        using var reader = new PEReader(File.OpenRead(assembly));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
