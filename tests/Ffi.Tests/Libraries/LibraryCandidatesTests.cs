namespace Ffi.Tests.Libraries;

public class LibraryCandidatesTests
{
    private static readonly LibrarySearch Glibc = new()
    {
        Platform = LibraryPlatform.Linux,
        OwnDirectories = ["/app"],
        LoaderDirectories = ["/first"],
        HasLoaderCache = true,
        SystemDirectories = ["/usr/lib"],
    };

    private static readonly LibrarySearch Musl = Glibc with { LoaderDirectories = [], HasLoaderCache = false };

    private static readonly LibrarySearch MacOS = new()
    {
        Platform = LibraryPlatform.MacOS,
        OwnDirectories = ["/app"],
        SystemDirectories = ["/opt/homebrew/lib"],
    };

    private static readonly LibrarySearch Windows = new() { Platform = LibraryPlatform.Windows, OwnDirectories = [@"C:\app"] };

    [Fact]
    public void OnGlibc_ANameIsLookedForInOwnFolders_ThenLoaderPath_ThenByTheLoader_ThenByVersion() => AssertCandidates(
        Glibc,
        "sqlite3",
        "/app/libsqlite3.so",
        "/app/sqlite3.so",
        "/app/sqlite3",
        "/app/libsqlite3.so.*",
        "/app/sqlite3.so.*",
        "/first/libsqlite3.so",
        "/first/sqlite3.so",
        "/first/sqlite3",
        "/first/libsqlite3.so.*",
        "/first/sqlite3.so.*",
        "libsqlite3.so",
        "sqlite3.so",
        "sqlite3",
        "libsqlite3.so.* in /etc/ld.so.cache",
        "sqlite3.so.* in /etc/ld.so.cache",
        "/usr/lib/libsqlite3.so.*",
        "/usr/lib/sqlite3.so.*");

    [Fact]
    public void OnMusl_ThereIsNoCache() => AssertCandidates(
        Musl,
        "z",
        "/app/libz.so",
        "/app/z.so",
        "/app/z",
        "/app/libz.so.*",
        "/app/z.so.*",
        "libz.so",
        "z.so",
        "z",
        "/usr/lib/libz.so.*",
        "/usr/lib/z.so.*");

    [Fact]
    public void OnMacOS_TheVersionStandsBeforeTheSuffix_AndFrameworksComeLast() => AssertCandidates(
        MacOS,
        "z",
        "/app/libz.dylib",
        "/app/z.dylib",
        "/app/z",
        "/app/libz.*.dylib",
        "/app/z.*.dylib",
        "libz.dylib",
        "z.dylib",
        "z",
        "/opt/homebrew/lib/libz.dylib",
        "/opt/homebrew/lib/z.dylib",
        "/opt/homebrew/lib/z",
        "/opt/homebrew/lib/libz.*.dylib",
        "/opt/homebrew/lib/z.*.dylib",
        "/System/Library/Frameworks/z.framework/z");

    [Fact]
    public void OnWindows_ANameWithoutPrefixComesFirst() => AssertCandidates(
        Windows,
        "sqlite3",
        @"C:\app\sqlite3.dll",
        @"C:\app\libsqlite3.dll",
        @"C:\app\sqlite3",
        "sqlite3.dll",
        "libsqlite3.dll",
        "sqlite3");

    [Theory]
    [InlineData("m", "libm.so m.so m", "libm.so.* m.so.*")]
    [InlineData("libm", "libm.so liblibm.so libm", "libm.so.* liblibm.so.*")]
    [InlineData("libm.so", "libm.so liblibm.so", "libm.so.* liblibm.so.*")]
    [InlineData("m.so", "m.so libm.so", "m.so.* libm.so.*")]
    [InlineData("libm.so.6", "libm.so.6", "")]
    [InlineData("m.so.6", "m.so.6 libm.so.6", "")]
    [InlineData("libfoo.so.1.2.3", "libfoo.so.1.2.3", "")]
    [InlineData("foo.bar", "libfoo.bar.so foo.bar.so foo.bar", "libfoo.bar.so.* foo.bar.so.*")]
    [InlineData("foo.so.bar", "libfoo.so.bar.so foo.so.bar.so foo.so.bar", "libfoo.so.bar.so.* foo.so.bar.so.*")]
    [InlineData("sqlite3.dll", "libsqlite3.so sqlite3.so sqlite3.dll", "libsqlite3.so.* sqlite3.so.*")]
    [InlineData("libsqlite3.dylib", "libsqlite3.so liblibsqlite3.so libsqlite3.dylib", "libsqlite3.so.* liblibsqlite3.so.*")]
    public void OnLinux_ANameStandsForTheseFiles(string name, string exact, string versioned) =>
        AssertFileNames(LibraryPlatform.Linux, name, exact, versioned);

    [Theory]
    [InlineData("sqlite3.dll", "sqlite3.dll libsqlite3.dll")]
    [InlineData("SQLITE3.DLL", "SQLITE3.dll libSQLITE3.dll SQLITE3.DLL")]
    [InlineData("libsqlite3.so", "libsqlite3.dll liblibsqlite3.dll libsqlite3.so")]
    [InlineData("foo.bar", "foo.bar.dll libfoo.bar.dll foo.bar")]
    [InlineData("winspool.drv", "winspool.drv.dll libwinspool.drv.dll winspool.drv")]
    public void OnWindows_ANameStandsForTheseFiles(string name, string exact) =>
        AssertFileNames(LibraryPlatform.Windows, name, exact, "");

    [Theory]
    [InlineData("sqlite3", "libsqlite3.dylib sqlite3.dylib sqlite3", "libsqlite3.*.dylib sqlite3.*.dylib")]
    [InlineData("libsqlite3.so", "libsqlite3.dylib liblibsqlite3.dylib libsqlite3.so", "libsqlite3.*.dylib liblibsqlite3.*.dylib")]
    public void OnMacOS_ANameStandsForTheseFiles(string name, string exact, string versioned) =>
        AssertFileNames(LibraryPlatform.MacOS, name, exact, versioned);

    [Theory]
    [InlineData(LibraryPlatform.Linux, "/opt/x/libfoo.so")]
    [InlineData(LibraryPlatform.Linux, "./foo")]
    [InlineData(LibraryPlatform.MacOS, "x/foo")]
    [InlineData(LibraryPlatform.Windows, @"C:\x\foo")]
    [InlineData(LibraryPlatform.Windows, @"x\foo")]
    [InlineData(LibraryPlatform.Windows, "C:foo")]
    public void APath_IsUsedAsItIs(object platform, string path) =>
        AssertCandidates(Glibc with { Platform = (LibraryPlatform)platform }, path, path);

    [Fact]
    public void WhereTheSystemIsLeftOut_OnlyOwnFoldersAreSearched() => AssertCandidates(
        Windows with { AsksLoader = false }, "foo", @"C:\app\foo.dll", @"C:\app\libfoo.dll", @"C:\app\foo");

    [Theory]
    [InlineData("linux-x64", "linux-x64 linux unix-x64 unix any")]
    [InlineData("linux-musl-arm64", "linux-musl-arm64 linux-musl linux-arm64 linux unix-arm64 unix any")]
    [InlineData("debian.12-x64", "debian.12-x64 debian.12 linux-x64 linux unix-x64 unix any")]
    [InlineData("osx-arm64", "osx-arm64 osx unix-arm64 unix any")]
    [InlineData("win-x86", "win-x86 win any")]
    [InlineData("win10-x64", "win10-x64 win10 win-x64 win any")]
    public void ARuntimeIdentifier_FallsBackToMoreGeneralOnes(string rid, string expected) =>
        Assert.Equal(expected, string.Join(' ', NativeFolders.FallbacksOf(rid)));

    private static void AssertCandidates(object search, string name, params string[] expected) =>
        Assert.Equal(expected, LibraryCandidates.Of(name, (LibrarySearch)search).Select(candidate => candidate.ToString()));

    private static void AssertFileNames(object platform, string name, string exact, string versioned)
    {
        LibraryFileNames names = LibraryFileNames.Of(name, (LibraryPlatform)platform);
        Assert.Equal(exact, string.Join(' ', names.Exact));
        Assert.Equal(versioned, string.Join(' ', names.Versioned));
    }
}
