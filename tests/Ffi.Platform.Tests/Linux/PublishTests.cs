using System.Reflection.PortableExecutable;
using Ffi.Platform.Tests.Testing;
using Ffi.Tests.Testing;
using Xunit.Abstractions;

namespace Ffi.Platform.Tests.Linux;

/// <summary>The tests of the runtime once more, as published programs, which must also be published without a warning.</summary>
public sealed class PublishTests(ITestOutputHelper output)
{
    [PublishTheory]
    [InlineData("NativeAot")]
    [InlineData("Trimmed")]
    [InlineData("SingleFile")]
    [InlineData("ReadyToRun")]
    public async Task PublishedTests_Pass(string publishAs)
    {
        string folder = await Publish(publishAs);
        AssertIsPublishedAs(publishAs, folder);

        CommandResult result = await Command.Run(Path.Combine(folder, "Ffi.Tests.Aot"), []);

        output.WriteLine(result.Output);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    private static async Task<string> Publish(string publishAs)
    {
        string artifacts = Repository.PathOf("artifacts/linux-x64");
        string published = await Command.Dotnet(
            "publish", Repository.PathOf("tests/Ffi.Tests.Aot"), "-c", "Release", "-r", "linux-x64",
            $"-p:PublishAs={publishAs}", "-p:CppCompilerAndLinker=gcc", "--artifacts-path", artifacts, "-v", "q", "--nologo",
            // The build that made these tests has analyzed the same sources.
            "-p:RunAnalyzers=false");
        Assert.DoesNotContain("warning", published, StringComparison.OrdinalIgnoreCase);
        return Path.Combine(artifacts, "publish/Ffi.Tests.Aot", publishAs);
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
                Assert.Equal(["Ffi.Tests.Aot.dll", "Ffi.dll"], assemblies.Order(StringComparer.Ordinal));
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
