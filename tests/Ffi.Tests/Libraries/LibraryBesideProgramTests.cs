namespace Ffi.Tests.Libraries;

public sealed class LibraryBesideProgramTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void FileOfThatName_IsWhatASearchTriesFirst()
    {
        LibrarySearch search = LibrarySearch.Here() with { OwnDirectories = [_folder.FullName] };
        string first = LibraryCandidates.Of("draw", search).First().ToString();

        Assert.Equal(first, LibraryBesideProgram.FileIn(_folder.FullName, "draw"));
    }

    [Fact]
    public void FolderOfRuntimes_IsForTheSearch()
    {
        File.WriteAllText(LibraryCandidates.Of("draw", LibrarySearch.Here() with { OwnDirectories = [_folder.FullName] }).First().ToString(), "");
        _folder.CreateSubdirectory("runtimes");

        Assert.Null(LibraryBesideProgram.FileIn(_folder.FullName, "draw"));
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
        foreach (LibraryCandidate candidate in LibraryCandidates.Of(name, search).Where(each => each.Directory == _folder.FullName && !each.AnyVersion))
        {
            File.WriteAllText(candidate.ToString(), "");
        }

        Assert.Null(LibraryBesideProgram.FileIn(_folder.FullName, name));
    }
}
