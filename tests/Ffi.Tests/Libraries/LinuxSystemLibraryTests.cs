using System.Runtime.InteropServices;

namespace Ffi.Tests.Libraries;

public sealed class LinuxSystemLibraryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string Folder => _folder.FullName + "/";

    public void Dispose() => _folder.Delete(recursive: true);

    [LinuxTheory]
    [InlineData("m")]
    [InlineData("c")]
    [InlineData("libc")]
    [InlineData("z")]
    [InlineData("libz")]
    [InlineData("sqlite3")]
    [InlineData("libsqlite3.so.0")]
    [InlineData("sqlite3.so.0")]
    public void ALibraryOfTheSystem_IsTheOneThatASearchFinds(string name)
    {
        LoadedLibrary found = LinuxSystemLibrary.TryLoad(name, Folder)!;
        LoadedLibrary searched = LibraryLoader.TryLoad(name, LibrarySearch.Here(), attempts: null)!;

        Assert.Equal(searched.Handle, found.Handle);
        Assert.Equal(searched.Path, found.Path);
        NativeLibrary.Free(found.Handle);
        NativeLibrary.Free(searched.Handle);
    }

    [LinuxTheory]
    [InlineData("nothing-of-that-name")]
    [InlineData("libm.so")]
    [InlineData("m.dll")]
    [InlineData("m.DYLIB")]
    [InlineData("/lib/x86_64-linux-gnu/libm.so.6")]
    [InlineData("libm.so.x")]
    [InlineData("libm.so.6.")]
    [InlineData("libm.so.6.so")]
    public void WhatIsMoreThanALook_IsForTheSearch(string name) => Assert.Null(LinuxSystemLibrary.TryLoad(name, Folder));

    [LinuxTheory]
    [InlineData("m", "libm.so.77")]
    [InlineData("m", "m")]
    [InlineData("libm", "liblibm.so")]
    [InlineData("libm.so.6", "libm.so.6")]
    public void AFileOfTheProgram_ComesFirst_AndIsForTheSearch(string name, string file)
    {
        File.WriteAllText(Folder + file, "");
        Assert.Null(LinuxSystemLibrary.TryLoad(name, Folder));
    }

    [LinuxFact]
    public void TheLoadersPath_ComesBeforeTheSystem()
    {
        string before = Environment.GetEnvironmentVariable("LD_LIBRARY_PATH") ?? "";
        File.WriteAllText(Folder + "libm.so.77", "");
        string empty = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Environment.SetEnvironmentVariable("LD_LIBRARY_PATH", $"{empty}: {_folder.FullName} :{before}");
            Assert.Null(LinuxSystemLibrary.TryLoad("m", empty + "/"));
            File.Delete(Folder + "libm.so.77");
            Assert.NotNull(LinuxSystemLibrary.TryLoad("m", empty + "/"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("LD_LIBRARY_PATH", before.Length == 0 ? null : before);
            Directory.Delete(empty);
        }
    }

    // Every file that a search would try, and none that only begins with the name.
    [LinuxTheory]
    [InlineData("z")]
    [InlineData("libz")]
    [InlineData("glib-2.0")]
    [InlineData("libz.so.1")]
    public void ALookAtAFolder_SeesWhatASearchWouldTry(string name)
    {
        LibrarySearch search = LibrarySearch.Here() with
        {
            OwnDirectories = [_folder.FullName],
            LoaderDirectories = [],
            AsksLoader = false,
        };
        foreach (
            string file in (string[])
                [
                    "libz.so", "z.so", "z", "libz", "liblibz.so", "liblibz.so.3", "libz.so.1", "z.so.1.2.13", "libz.so.1", "liblibz.so.1",
                    "libglib-2.0.so.0", "glib-2.0",
                ])
        {
            File.WriteAllText(Folder + file, "");
            if (IsCandidate(file))
            {
                Assert.True(FolderLook.MayHold(_folder.FullName, name), file);
            }

            File.Delete(Folder + file);
        }

        foreach (
            string other in (string[])
                ["zebra", "libzz.so", "libzstd.so.1", "z.dll", "z.deps.json", "libz.a", "Z.so", "xlibz.so", "glib-2.so", "li", "l"])
        {
            File.WriteAllText(Folder + other, "");
            Assert.False(FolderLook.MayHold(_folder.FullName, name), other);
        }

        bool IsCandidate(string file) => LibraryCandidates.Of(name, search).Any(candidate =>
            candidate.AnyVersion ? LibraryVersion.HighestFirst(candidate.FileName, [file]).Count > 0 : candidate.FileName == file);
    }

    [LinuxFact]
    public void AFolderThatIsNotThere_HoldsNothing_AndOneThatCannotBeNamed_MayHoldAnything()
    {
        Assert.False(FolderLook.MayHold(Folder + "nothing", "z"));
        Assert.True(FolderLook.MayHold(_folder.CreateSubdirectory("Grüße").FullName, "z"));
    }
}
