using Ffi.Package.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Package.Tests.Consumers;

/// <summary><c>&lt;FfiHeader&gt;</c> in a project of a user.</summary>
public sealed class HeaderTests : IDisposable
{
    // What the compiler is given, told by a target of the project's own.
    private const string Tell =
        "<Target Name=\"Tell\" AfterTargets=\"FfiAddHeaders\"><Message Importance=\"high\" Text=\"digests: @(AdditionalFiles->'%(Filename)%(Extension)', ' ')\" /></Target>";

    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [Fact]
    public async Task NamesAndFiles_BecomeAdditionalFiles()
    {
        _consumer
            .WriteProject("app.csproj", items: "<FfiHeader Include=\"sqlite3;lmdb\" /><FfiHeader Include=\"native/own.ffi-header\" />")
            .Write("Directory.Build.targets", $"<Project>{Tell}</Project>")
            .Write("native/own.ffi-header", "ffi-header 1\nheader     own.h\nplatforms  linux-x64\n\nfunction own() -> void\n")
            .Write("Program.cs", "System.Console.WriteLine();");

        CommandResult build = await _consumer.Dotnet("build", "-v:m");

        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Contains("digests: own.ffi-header sqlite3.ffi-header lmdb.ffi-header", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProjectBehindALibrary_HasThemToo()
    {
        _consumer
            .WriteProject("binding/binding.csproj", "<OutputType>Library</OutputType>")
            .Write("binding/Empty.cs", "class Empty;")
            .Write("app/app.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                  </PropertyGroup>
                  <ItemGroup>
                    <ProjectReference Include="../binding/binding.csproj" />
                    <FfiHeader Include="zlib" />
                  </ItemGroup>
                </Project>
                """)
            .Write("app/Directory.Build.targets", $"<Project>{Tell}</Project>")
            .Write("app/Empty.cs", "class Empty;");

        CommandResult build = await _consumer.Dotnet("build", "app", "-v:m");

        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Contains("digests: zlib.ffi-header", build.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "sqlight",
        "FfiHeader sqlight is neither a file that ends in .ffi-header nor a library whose digest comes with Ffi. These do: ")]
    [InlineData("sqlite3;no/such.ffi-header", "FfiHeader no/such.ffi-header is neither")]
    public async Task NameThatStandsForNothing_IsAnError_WithWhatThereIs(string names, string error)
    {
        _consumer
            .WriteProject("app.csproj", items: $"<FfiHeader Include=\"{names}\" />")
            .Write("Program.cs", "System.Console.WriteLine();");

        CommandResult build = await _consumer.Dotnet("build");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains(error, build.Output, StringComparison.Ordinal);
        Assert.Contains("lmdb, ", build.Output, StringComparison.Ordinal);
    }
}
