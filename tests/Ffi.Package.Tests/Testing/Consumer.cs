using Ffi.Tests.Testing;

namespace Ffi.Package.Tests.Testing;

/// <summary>A user's folder: outside of our repository, so that nothing of our build reaches it, with the package's feed added to the
/// machine's own sources and a package cache of its own.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ffi-consumer-").FullName;

    public Consumer()
    {
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="ffi" value="{FfiPackage.Feed}" />
              </packageSources>
            </configuration>
            """);
    }

    public string PathOf(string file) => Path.Combine(_folder, file);

    public Consumer Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
        return this;
    }

    /// <summary>Writes a project as a user would, with the package.</summary>
    /// <param name="properties">What differs from the template's, as XML.</param>
    public Consumer WriteProject(string file, string properties = "", string items = "", string framework = "net10.0") => Write(file, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>{framework}</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Ffi" Version="{FfiPackage.Version}" />
            {items}
          </ItemGroup>
        </Project>
        """);

    /// <summary>Runs `dotnet` in the folder.</summary>
    public Task<CommandResult> Dotnet(params string[] arguments) => Command.Run(
        "dotnet",
        arguments,
        _folder,
        // A package of the same version that was restored before would be taken for this one.
        $"NUGET_PACKAGES={PathOf("packages")}",
        // Ours, where CI sets it, is about our own repository.
        "CI=");

    /// <summary>Builds and runs the project of the folder.</summary>
    /// <returns>What the program printed.</returns>
    public async Task<string> Run(params string[] arguments)
    {
        CommandResult result = await Dotnet(["run", .. arguments]);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return result.Output.ReplaceLineEndings("\n").TrimEnd('\n');
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
