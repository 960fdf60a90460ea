using Ffi.Package.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Package.Tests;

/// <summary>The same revision makes the same files, wherever it lies. The containers differ in the time that each file was put in.</summary>
public sealed class DeterminismTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ffi-clones-");

    public void Dispose()
    {
        // What git stores is read-only.
        foreach (FileInfo file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.IsReadOnly = false;
        }

        _folder.Delete(recursive: true);
    }

    [CloneFact]
    public async Task TwoClones_PackToTheSameFiles()
    {
        string[] packages = await Task.WhenAll(PackClone("a"), PackClone("a-folder-with-a-longer-name"));
        AssertSameFiles(packages[0], packages[1]);
        AssertSameFiles(Path.ChangeExtension(packages[0], ".snupkg"), Path.ChangeExtension(packages[1], ".snupkg"));
    }

    private async Task<string> PackClone(string name)
    {
        string clone = Path.Combine(_folder.FullName, name);
        CommandResult cloned = await Command.Run("git", ["clone", "-q", Repository.PathOf(""), clone]);
        Assert.True(cloned.ExitCode == 0, cloned.Error);
        await Command.Dotnet("pack", Path.Combine(clone, "src/Ffi"), "-c", "Release", "-v", "q", "--nologo");
        return FfiPackage.NewestIn(Path.Combine(clone, "artifacts/package/release"));
    }

    private static void AssertSameFiles(string one, string other)
    {
        IReadOnlyList<string> files = FfiPackage.FilesOf(one);
        Assert.Equal(files, FfiPackage.FilesOf(other));
        Assert.All(files, file => Assert.True(FfiPackage.Read(one, file).AsSpan().SequenceEqual(FfiPackage.Read(other, file)), file));
    }
}
