using Ffi.Bindgen.Clang;
using Ffi.Bindgen.Reading;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Headers.Text;

namespace Ffi.Bindgen.Tests.Reading;

public sealed class ClangLoaderTests
{
    [Fact]
    public void Candidates_AreThePackagedOne_ThenTheSystems_NewestFirst()
    {
        using HeaderFolder root = new(
            ("usr/lib/llvm-9/lib/libclang.so.1", ""),
            ("usr/lib/llvm-14/lib/libclang.so.1", ""),
            ("usr/lib/llvm-14/lib/libclang-cpp.so.14", ""),
            ("usr/lib/llvm-19/lib/libclang-19.so.1", ""),
            ("usr/lib64/libclang.so.18.1", ""),
            ("usr/lib64/libclang.a", ""));

        Assert.Equal(
            [
                "libclang", "usr/lib/llvm-19/lib/libclang-19.so.1", "usr/lib/llvm-14/lib/libclang.so.1", "usr/lib/llvm-9/lib/libclang.so.1",
                "usr/lib64/libclang.so.18.1",
            ],
            ClangLoader.Candidates(root.Path).Select(candidate => candidate.Replace(root.Path + "/", "")));
    }

    [Fact]
    public void WithoutALibrary_TheMessageSaysWhereOneIs_AndHowToGetOne()
    {
        string message = new ClangNotFoundException(null, ["libclang: not found"]).Message;

        Assert.Contains(
            "Only Ffi's package for linux-x64 contains one; on other platforms Ffi uses the system's, release 14 or later.",
            message);
        Assert.Contains(
            OperatingSystem.IsWindows() ? "winget install LLVM.LLVM"
                : OperatingSystem.IsMacOS() ? "xcode-select --install"
                : "apt install libclang1",
            message);
        Assert.Contains("FFI_LIBCLANG or with --clang", message);
        Assert.EndsWith("Tried:\n  libclang: not found", message);
    }

    [Fact]
    public void PackagedLibrary_IsOfTheReleaseThatIsPinned() => Assert.Equal(22, ClangLoader.ReleaseOf(ClangLoader.Load(null)));

    /// <summary>Debian 12 has release 14, the oldest that serves. It finds fewer comments.</summary>
    [CompilerTheory]
    [InlineData("sqlite3")]
    [InlineData("libgit2")]
    [InlineData("vulkan")]
    public void SystemsLibrary_ReadsTheSameAsThePackagedOne(string name)
    {
        CorpusLibrary library = CorpusLibrary.Of(name);
        string system = ClangLoader.Candidates().Skip(1).First();

        string[] packaged = Lines(HeaderReader.Read(library.Request));
        string[] other = Lines(HeaderReader.Read(library.Request with { ClangPath = system }));

        Assert.Equal(packaged, other);
    }

    private static string[] Lines(ReadResult result)
    {
        Assert.Empty(result.Problems);
        return DigestWriter.Write(result.Digest!, includesDocumentation: false).Split('\n');
    }
}
