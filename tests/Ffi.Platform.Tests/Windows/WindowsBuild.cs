using Ffi.Abi.Tests.Model;
using Ffi.Abi.Tests.Sources;
using Ffi.Platform.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Platform.Tests.Windows;

/// <summary>The tests as a self-contained program for Windows x64, with the C libraries that they call.</summary>
public sealed class WindowsBuild
{
    private readonly Lazy<Task<string>> _folder = new(Publish);

    /// <summary>Where the program is.</summary>
    public Task<string> Folder => _folder.Value;

    private static async Task<string> Publish()
    {
        string artifacts = Repository.PathOf("artifacts/win-x64");
        await Command.Dotnet(
            "publish", Repository.PathOf("tests/Ffi.Tests.Runner"), "-c", "Release", "-r", "win-x64", "--self-contained", "--artifacts-path", artifacts, "-v", "q", "--nologo",
            // The build that made these tests has analyzed the same sources.
            "-p:RunAnalyzers=false");
        string folder = Path.Combine(artifacts, "publish/Ffi.Tests.Runner/release_win-x64");

        Environment.SetEnvironmentVariable(AbiTarget.Variable, "windows");
        // The compiler of the bindings is slow there. Every shape is still drawn.
        Environment.SetEnvironmentVariable("FFI_ABI_CASES", "150");
        foreach (string name in CaseSets.Names)
        {
            await CompileCases(Directory.CreateDirectory(Path.Combine(folder, "abi", name)).FullName, CaseSets.Of(name));
        }

        return folder;
    }

    private static async Task CompileCases(string folder, CaseSet set)
    {
        string source = Path.Combine(folder, "abi.c");
        File.WriteAllText(source, CSource.Write(set));
        CommandResult result = await Command.Run(Wine.Compiler!, ["-std=gnu11", "-O1", "-shared", "-static", "-o", Path.Combine(folder, "abi.dll"), source]);
        Assert.True(result.ExitCode == 0, result.Error);
    }
}
