using Ffi.Platform.Tests.Testing;
using Ffi.Tests.Testing;
using Xunit.Abstractions;

namespace Ffi.Platform.Tests.Linux;

/// <summary>The tests of the runtime once more, as a program of native code, which must also be published without a warning.</summary>
public sealed class PublishTests(ITestOutputHelper output)
{
    [PublishTheory]
    [InlineData("NativeAot")]
    public async Task PublishedTests_Pass(string publishAs)
    {
        string artifacts = Repository.PathOf($"artifacts/linux-x64-{publishAs}");
        string published = await Command.Dotnet(
            "publish", Repository.PathOf("tests/Ffi.Tests.Aot"), "-c", "Release", "-r", "linux-x64", "--self-contained",
            $"-p:PublishAs={publishAs}", "-p:CppCompilerAndLinker=gcc", "--artifacts-path", artifacts, "-v", "q", "--nologo",
            // The build that made these tests has analyzed the same sources.
            "-p:RunAnalyzers=false");
        Assert.DoesNotContain("warning", published, StringComparison.OrdinalIgnoreCase);

        string program = Path.Combine(artifacts, $"publish/Ffi.Tests.Aot/release_linux-x64/Ffi.Tests.Aot");
        CommandResult result = await Command.Run(program, []);

        output.WriteLine(result.Output);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }
}
