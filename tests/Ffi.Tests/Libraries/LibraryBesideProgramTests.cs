namespace Ffi.Tests.Libraries;

public sealed class LibraryBesideProgramTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string Folder => _folder.FullName + Path.DirectorySeparatorChar;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void FileOfThatName_IsWhatASearchTriesFirst()
    {
        LibrarySearch search = LibrarySearch.Here() with { OwnDirectories = [_folder.FullName] };
        string first = LibraryCandidates.Of("draw", search).First().ToString();

        Assert.Equal(first, LibraryBesideProgram.FileIn(Folder, "draw"));
    }

    [Fact]
    public void RuntimesForThisSystem_AreForTheSearch()
    {
        string rid = NativeFolders.FallbacksOf(System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier)[1];
        string native = _folder.CreateSubdirectory($"runtimes/{rid}/native").FullName;
        File.WriteAllText(LibraryCandidates.Of("draw", LibrarySearch.Here() with { OwnDirectories = [native] }).First().ToString(), "");

        Assert.Null(LibraryBesideProgram.FileIn(Folder, "draw"));
    }

    [LinuxFact]
    public void RuntimesOfOtherLibraries_AndForOtherSystems_AreNotInTheWay()
    {
        File.WriteAllText(
            Path.Combine(
                _folder
                    .CreateSubdirectory($"runtimes/{System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}/native")
                    .FullName,
                "libpaint.so"),
            "");
        File.WriteAllText(Path.Combine(_folder.CreateSubdirectory("runtimes/win-x64/native").FullName, "draw.dll"), "");
        File.WriteAllText(Path.Combine(_folder.CreateSubdirectory("runtimes/linux-x64/lib/net10.0").FullName, "draw"), "");
        File.WriteAllText(Path.Combine(_folder.CreateSubdirectory("runtimes").FullName, "draw"), "");

        Assert.Equal(Folder + "libdraw.so", LibraryBesideProgram.FileIn(Folder, "draw"));
    }

    [LinuxFact]
    public void RuntimesThatCannotBeNamed_AreForTheSearch()
    {
        _folder.CreateSubdirectory("runtimes/Grüße/native");

        Assert.Null(LibraryBesideProgram.FileIn(Folder, "draw"));
    }

    [Theory]
    [InlineData("libdraw")]
    [InlineData("draw.so")]
    [InlineData("draw.1.2")]
    [InlineData("./draw")]
    [InlineData("draw.dll")]
    public void NameThatIsMoreThanAName_IsForTheSearch(string name)
    {
        LibrarySearch search = LibrarySearch.Here() with { OwnDirectories = [_folder.FullName] };
        foreach (
            LibraryCandidate candidate in LibraryCandidates
                .Of(name, search)
                .Where(each => each.Directory == _folder.FullName && !each.AnyVersion))
        {
            File.WriteAllText(candidate.ToString(), "");
        }

        Assert.Null(LibraryBesideProgram.FileIn(Folder, name));
    }
}
