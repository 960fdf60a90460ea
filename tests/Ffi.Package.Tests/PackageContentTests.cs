using Ffi.Package.Tests.Testing;

namespace Ffi.Package.Tests;

/// <summary>What is in the package.</summary>
public sealed class PackageContentTests
{
    [Theory]
    [InlineData("lib/net9.0/Ffi.dll")]
    [InlineData("lib/net9.0/Ffi.xml")]
    [InlineData("lib/net10.0/Ffi.dll")]
    [InlineData("lib/net10.0/Ffi.xml")]
    [InlineData("analyzers/dotnet/cs/Ffi.Generators.dll")]
    [InlineData("analyzers/dotnet/cs/Ffi.Generators.CodeFixes.dll")]
    [InlineData("build/Ffi.props")]
    [InlineData("build/Ffi.targets")]
    [InlineData("native/include/ffi_channel.h")]
    [InlineData("lifetimes/sqlite.ffi-lifetimes")]
    [InlineData("README.md")]
    [InlineData("LICENSE")]
    public void Package_Has(string file) => Assert.Contains(file, FfiPackage.FilesOf(FfiPackage.Path));

    [Fact]
    public void Package_HasNoOtherAssembly() => Assert.Equal(4, FfiPackage.FilesOf(FfiPackage.Path).Count(file => file.EndsWith(".dll", StringComparison.Ordinal)));

    [Fact]
    public void Symbols_AreThereForEachFramework() =>
        Assert.Equal(["lib/net10.0/Ffi.pdb", "lib/net9.0/Ffi.pdb"], FfiPackage.FilesOf(FfiPackage.SymbolsPath).Where(file => file.EndsWith(".pdb", StringComparison.Ordinal)));

    [Theory]
    [InlineData("id", "Ffi")]
    [InlineData("license", "MIT")]
    [InlineData("readme", "README.md")]
    public void Specification_Says(string field, string value) => Assert.Equal(value, FfiPackage.Specification(field));

    [Fact]
    public void Specification_DependsOnNothing() => Assert.DoesNotContain(
        "<dependency ", System.Text.Encoding.UTF8.GetString(FfiPackage.Read(FfiPackage.Path, "Ffi.nuspec")), StringComparison.Ordinal);
}
