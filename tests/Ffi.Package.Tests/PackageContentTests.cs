using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using Ffi.Package.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Package.Tests;

/// <summary>What is in the package.</summary>
public sealed partial class PackageContentTests
{
    private static readonly string[] s_readersOfProperties = ["src/Ffi.Generators", "src/Ffi.Analyzers"];

    [Theory]
    [InlineData("lib/net9.0/Ffi.dll")]
    [InlineData("lib/net9.0/Ffi.xml")]
    [InlineData("lib/net10.0/Ffi.dll")]
    [InlineData("lib/net10.0/Ffi.xml")]
    [InlineData("analyzers/dotnet/cs/Ffi.Generators.dll")]
    [InlineData("analyzers/dotnet/cs/Ffi.Analyzers.dll")]
    [InlineData("analyzers/dotnet/cs/Ffi.Generators.CodeFixes.dll")]
    [InlineData("build/net9.0/Ffi.props")]
    [InlineData("build/net9.0/Ffi.targets")]
    [InlineData("build/net9.0/Ffi.NativeHeaders.targets")]
    [InlineData("build/net9.0/Ffi.Headers.props")]
    [InlineData("buildTransitive/net9.0/Ffi.Headers.props")]
    [InlineData("headers/sqlite3.ffi-header")]
    [InlineData("headers/vulkan.ffi-header")]
    [InlineData("buildTransitive/net9.0/Ffi.props")]
    [InlineData("native/include/ffi_channel.h")]
    [InlineData("lifetimes/sqlite.ffi-lifetimes")]
    [InlineData("README.md")]
    [InlineData("LICENSE")]
    public void Package_Has(string file) => Assert.Contains(file, FfiPackage.FilesOf(FfiPackage.Path));

    [Fact]
    public void Package_HasNoOtherAssembly() =>
        Assert.Equal(9, FfiPackage.FilesOf(FfiPackage.Path).Count(file => file.EndsWith(".dll", StringComparison.Ordinal)));

    // An image's machine is that of its processor, combined with a number for its system: "ReadyToRun File Format", of the runtime's
    // documentation.
    [Theory]
    [InlineData("linux-x64", 0x8664 ^ 0x7B79)]
    [InlineData("linux-arm64", 0xAA64 ^ 0x7B79)]
    [InlineData("osx-arm64", 0xAA64 ^ 0x4644)]
    [InlineData("win-x64", 0x8664)]
    public void Image_IsThePortableAssembly_CompiledForItsPlatform(string platform, int machine)
    {
        using PEReader portable = Assembly("lib/net10.0/Ffi.dll"), image = Assembly($"runtimes/{platform}/lib/net10.0/Ffi.dll");

        Assert.Equal(0, portable.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
        Assert.NotEqual(0, image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
        Assert.Equal(machine, (int)image.PEHeaders.CoffHeader.Machine);
        Assert.Equal(VersionIdOf(portable), VersionIdOf(image));
        // So that a debugger finds the symbols of the one for the other.
        Assert.Equal(SymbolsOf(portable), SymbolsOf(image));
    }

    // Else NuGet would prefer the older framework's image to the assembly that is for the newer one.
    [Fact]
    public void Images_AreForTheNewestFrameworkOnly() => Assert.All(
        FfiPackage.FilesOf(FfiPackage.Path).Where(file => file.StartsWith("runtimes/", StringComparison.Ordinal)),
        file => Assert.EndsWith("/lib/net10.0/Ffi.dll", file));

    [Fact]
    public void Symbols_AreThereForEachFramework() =>
        Assert.Equal(
            ["lib/net10.0/Ffi.pdb", "lib/net9.0/Ffi.pdb"],
            FfiPackage.FilesOf(FfiPackage.SymbolsPath).Where(file => file.EndsWith(".pdb", StringComparison.Ordinal)));

    // A package site shows the page without our folders. Its code is compiled with that of the other pages.
    [Fact]
    public void Readme_HasNoRelativeLinkOrPicture() => Assert.Empty(RelativeLinks(Text("README.md")));

    [Fact]
    public void RelativeLinks_AreFound() => Assert.Equal(
        ["docs/faq.md", "chart.svg", "#below"],
        RelativeLinks("[a](docs/faq.md) ![b](chart.svg) <a href=\"#below\"> [c](https://example.org) `numbers[i](x)`"));

    [Fact]
    public void BuildProperties_ThatTheGeneratorsRead_AreShownToThem()
    {
        string[] read =
        [
            .. s_readersOfProperties
                .SelectMany(project => Directory.GetFiles(Repository.PathOf(project), "*.cs", SearchOption.AllDirectories))
                .SelectMany(file => BuildProperty().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups[1].Value)
                .Distinct(),
        ];

        Assert.NotEmpty(read);
        Assert.All(
            read,
            property =>
                Assert.Contains(
                    $"<CompilerVisibleProperty Include=\"{property}\" />",
                    Text("build/net9.0/Ffi.props"),
                    StringComparison.Ordinal));
        Assert.Equal(Text("build/net9.0/Ffi.props"), Text("buildTransitive/net9.0/Ffi.props"));
    }

    [Theory]
    [InlineData("id", "Ffi")]
    [InlineData("license", "MIT")]
    [InlineData("readme", "README.md")]
    public void Specification_Says(string field, string value) => Assert.Equal(value, FfiPackage.Specification(field));

    [Fact]
    public void Specification_DependsOnNothing() => Assert.DoesNotContain("<dependency ", Text("Ffi.nuspec"), StringComparison.Ordinal);

    private static PEReader Assembly(string file) => new([.. FfiPackage.Read(FfiPackage.Path, file)]);

    private static Guid VersionIdOf(PEReader assembly)
    {
        MetadataReader metadata = assembly.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static Guid SymbolsOf(PEReader assembly) => assembly.ReadCodeViewDebugDirectoryData(
        assembly.ReadDebugDirectory().First(entry => entry.Type == DebugDirectoryEntryType.CodeView)).Guid;

    private static string Text(string file) => Encoding.UTF8.GetString(FfiPackage.Read(FfiPackage.Path, file));

    private static IEnumerable<string> RelativeLinks(string markdown) => Link().Matches(Code().Replace(markdown, ""))
        .Select(match => match.Groups["target"].Value)
        .Where(target => !target.StartsWith("https://", StringComparison.Ordinal));

    [GeneratedRegex("""build_property\.(\w+)""")]
    private static partial Regex BuildProperty();

    [GeneratedRegex("""```.*?```|`[^`]*`""", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)|(?:href|src)=""(?<target>[^""]+)""")]
    private static partial Regex Link();
}
