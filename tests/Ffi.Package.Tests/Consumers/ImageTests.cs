using System.Runtime.InteropServices;
using System.Text.Json;
using Ffi.Package.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Package.Tests.Consumers;

/// <summary>Which of the package's assemblies a program gets: the one that is compiled for its platform, or the portable one.</summary>
public sealed class ImageTests : IDisposable
{
    private const string Program = """
        using Ffi;

        Console.WriteLine(LibC.Abs(-5));
        Console.WriteLine(typeof(NativeModule).Assembly.Location);

        [NativeLibrary("c")]
        public static partial class LibC
        {
            [NativeFunction("abs")] public static partial int Abs(int n);
        }
        """;

    private static readonly string s_rid = RuntimeInformation.RuntimeIdentifier;
    private static readonly string s_image = $"runtimes/{s_rid}/lib/net10.0/Ffi.dll";

    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [UnixFact]
    public async Task AProgramForEveryPlatform_BringsAllImages_AndLoadsItsOwn()
    {
        string[] printed = (await _consumer.WriteProject("app.csproj").Write("Program.cs", Program).Run()).Split('\n');

        Assert.Equal("5", printed[0]);
        Assert.EndsWith(HasImage ? s_image : "/Ffi.dll", printed[1], StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task AProgramOfTheOlderFramework_LoadsThePortableAssembly()
    {
        _consumer.WriteProject("app.csproj", framework: "net9.0").Write("Program.cs", Program);

        string[] printed = (await _consumer.Run("--roll-forward", "Major")).Split('\n');

        Assert.Equal("5", printed[0]);
        Assert.DoesNotContain("runtimes", printed[1], StringComparison.Ordinal);
    }

    // musl takes that of glibc, as the identifiers' graph says: compiled code is the same with either C library.
    [Fact]
    public async Task AProgramForOnePlatform_TakesItsImage_OrThePortableAssembly()
    {
        string[] platforms = ["linux-x64", "linux-musl-x64", "linux-arm64", "osx-arm64", "win-x64", "osx-x64", "win-arm64"];
        _consumer.WriteProject("app.csproj", $"""
            <UseAppHost>false</UseAppHost>
            <SelfContained>false</SelfContained>
            <EnableAppHostPackDownload>false</EnableAppHostPackDownload>
            <EnableRuntimePackDownload>false</EnableRuntimePackDownload>
            <RuntimeIdentifiers>{string.Join(';', platforms)}</RuntimeIdentifiers>
            """);

        CommandResult restored = await _consumer.Dotnet("restore", "-v", "q");

        Assert.True(restored.ExitCode == 0, restored.Output + restored.Error);
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(_consumer.PathOf("obj/project.assets.json")));
        Assert.Equal(
            [
                "runtimes/linux-x64/lib/net10.0/Ffi.dll",
                "runtimes/linux-x64/lib/net10.0/Ffi.dll",
                "runtimes/linux-arm64/lib/net10.0/Ffi.dll",
                "runtimes/osx-arm64/lib/net10.0/Ffi.dll",
                "runtimes/win-x64/lib/net10.0/Ffi.dll",
                "lib/net10.0/Ffi.dll",
                "lib/net10.0/Ffi.dll",
            ],
            platforms.Select(platform => AssemblyOf(assets, $"net10.0/{platform}")));
    }

    [UnixFact]
    public async Task AProgramPublishedForThisPlatform_BringsItsImageAlone()
    {
        _consumer.WriteProject("app.csproj", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>").Write("Program.cs", Program);

        CommandResult published = await _consumer.Dotnet(
            "publish", "-r", s_rid, "--self-contained", "false", "-o", "out", "-v", "q", "--nologo");

        Assert.True(published.ExitCode == 0, published.Output + published.Error);
        byte[] expected = FfiPackage.Read(FfiPackage.Path, HasImage ? s_image : "lib/net10.0/Ffi.dll");
        Assert.Equal(expected, File.ReadAllBytes(_consumer.PathOf("out/Ffi.dll")));
        Assert.False(Directory.Exists(_consumer.PathOf("out/runtimes")));
        CommandResult run = await Command.Run(_consumer.PathOf("out/app"), []);
        Assert.StartsWith("5", run.Output, StringComparison.Ordinal);
    }

    private static string AssemblyOf(JsonDocument assets, string target) => assets.RootElement.GetProperty("targets").GetProperty(target)
        .GetProperty($"Ffi/{FfiPackage.Version}").GetProperty("runtime").EnumerateObject().Single().Name;

    private static bool HasImage => FfiPackage.FilesOf(FfiPackage.Path).Contains(s_image);
}
