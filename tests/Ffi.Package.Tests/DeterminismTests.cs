using Ffi.Package.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Package.Tests;

/// <summary>The same revision makes the same files, wherever it lies. The containers differ in the time that each file was put
/// in.</summary>
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
    public async Task AnotherClone_PacksToTheFilesOfThisOne()
    {
        string clone = Path.Combine(_folder.FullName, "a-folder-with-a-longer-name");
        await Git("clone", "-q", Repository.PathOf(""), clone);
        await CopyChangesTo(clone);

        await Command.Dotnet("pack", Path.Combine(clone, "src/Ffi"), "-c", "Release", "-v", "q", "--nologo", "-p:RunAnalyzers=false");

        string package = FfiPackage.NewestIn(Path.Combine(clone, "artifacts/package/release"));
        AssertSameFiles(FfiPackage.Path, package);
        AssertSameFiles(FfiPackage.SymbolsPath, Path.ChangeExtension(package, ".snupkg"));
    }

    // This clone was built with what is not committed yet.
    private static async Task CopyChangesTo(string clone)
    {
        string root = Repository.PathOf("");
        string changed = await Git("-C", root, "diff", "HEAD", "--name-only", "-z");
        string added = await Git("-C", root, "ls-files", "--others", "--exclude-standard", "-z");
        foreach (string file in (changed + added).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            string copy = Path.Combine(clone, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Delete(copy);
            if (File.Exists(Repository.PathOf(file)))
            {
                File.Copy(Repository.PathOf(file), copy);
            }
        }
    }

    private static async Task<string> Git(params string[] arguments)
    {
        CommandResult result = await Command.Run("git", arguments);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }

    private static void AssertSameFiles(string one, string other)
    {
        IReadOnlyList<string> files = FfiPackage.FilesOf(one);
        Assert.Equal(files, FfiPackage.FilesOf(other));
        Assert.All(files, file => Assert.True(FfiPackage.Read(one, file).AsSpan().SequenceEqual(FfiPackage.Read(other, file)), file));
    }
}
