using Ffi.Package.Tests.Testing;
using Ffi.Platform.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Package.Tests;

/// <summary>The same sources make the same bytes, wherever they lie.</summary>
public sealed class DeterminismTests : IDisposable
{
    // All that the package is made of, and the repository, whose revision the assemblies name.
    private static readonly string[] s_sources =
        ["src", "native/include", ".git", "Directory.Build.props", "Directory.Packages.props", ".editorconfig", ".gitattributes", "README.md", "LICENSE", "CHANGELOG.md"];

    private readonly string _folder = Directory.CreateTempSubdirectory("ffi-sources-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ACopyOfTheSources_PacksToTheSameFiles()
    {
        foreach (string source in s_sources)
        {
            Copy(Repository.PathOf(source), Path.Combine(_folder, source));
        }

        await Command.Dotnet("pack", Path.Combine(_folder, "src/Ffi"), "-c", "Release", "-v", "q", "--nologo");
        string copy = FfiPackage.NewestIn(Path.Combine(_folder, "artifacts/package/release"));

        IReadOnlyList<string> files = FfiPackage.FilesOf(FfiPackage.Path);
        Assert.Equal(files, FfiPackage.FilesOf(copy));
        Assert.All(files, file => Assert.True(FfiPackage.Read(FfiPackage.Path, file).AsSpan().SequenceEqual(FfiPackage.Read(copy, file)), $"{file} differs."));
    }

    private static void Copy(string source, string target)
    {
        if (File.Exists(source))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }
        else if (Directory.Exists(source))
        {
            foreach (string entry in Directory.EnumerateFileSystemEntries(source))
            {
                Copy(entry, Path.Combine(target, Path.GetFileName(entry)));
            }
        }
    }
}
