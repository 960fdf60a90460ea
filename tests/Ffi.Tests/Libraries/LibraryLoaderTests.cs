using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Ffi.Tests.Libraries;

public sealed unsafe class LibraryLoaderTests : IDisposable
{
    private readonly NativeCompiler _compiler = new();

    public void Dispose() => _compiler.Dispose();

    [LinuxFact]
    public void AName_FindsTheHighestVersion_WhereThereIsNoDevelopmentPackage()
    {
        _compiler.CompileText("libversioned.so.3", "int version(void) { return 3; }");
        _compiler.CompileText("libversioned.so.12", "int version(void) { return 12; }");

        LoadedLibrary library = LibraryLoader.TryLoad("versioned", OnlyIn(_compiler.Folder), attempts: null)!;

        Assert.Equal(12, ((delegate* unmanaged<int>)NativeLibrary.GetExport(library.Handle, "version"))());
        Assert.Equal(Path.Combine(_compiler.Folder, "libversioned.so.12"), library.Path);
        NativeLibrary.Free(library.Handle);
    }

    [LinuxFact]
    public void AVersion_IsPassedOverWhereItDoesNotLoad()
    {
        _compiler.CompileText("libversioned.so.3", "int version(void) { return 3; }");
        File.WriteAllText(Path.Combine(_compiler.Folder, "libversioned.so.12"), "not a library");
        List<NativeLibraryAttempt> attempts = [];

        LoadedLibrary library = LibraryLoader.TryLoad("versioned", OnlyIn(_compiler.Folder), attempts)!;

        Assert.Equal(3, ((delegate* unmanaged<int>)NativeLibrary.GetExport(library.Handle, "version"))());
        Assert.Contains(
            attempts,
            attempt =>
                attempt.Candidate.EndsWith(".so.12", StringComparison.Ordinal)
                && attempt.Reason.StartsWith("is a text file;", StringComparison.Ordinal));
        NativeLibrary.Free(library.Handle);
    }

    [LinuxFact]
    public void LibrariesOfTheSystem_AreFoundByTheirPlainNames()
    {
        Assert.Contains("libm", NativeModule.Load("m").Path, StringComparison.Ordinal);
        Assert.Equal(NativeModule.Load("m").GetSymbol("cos"), NativeModule.Load("libm.so.6").GetSymbol("cos"));
        Assert.NotEqual(0, NativeModule.Load("c").GetSymbol("getpid"));
        Assert.NotEqual(0, NativeModule.Load("libc").GetSymbol("getpid"));
    }

    [LinuxFact]
    public void ALibraryOfThePlatform_IsInTheCacheAndFoundThere()
    {
        // What a machine without development packages leaves: the loader's cache.
        var search = new LibrarySearch { Platform = LibraryPlatform.Linux, HasLoaderCache = true };
        List<NativeLibraryAttempt> attempts = [];

        LoadedLibrary library = LibraryLoader.TryLoad("m", search, attempts)!;

        Assert.EndsWith("/libm.so.6", library.Path, StringComparison.Ordinal);
        NativeLibrary.Free(library.Handle);
    }

    [Fact]
    public void AMissingLibrary_ListsEveryCandidateAndWhyItFailed()
    {
        NativeLibraryNotFoundException thrown = Assert.Throws<NativeLibraryNotFoundException>(() => NativeModule.Load("nosuchlibrary"));

        Assert.Equal("nosuchlibrary", thrown.Library);
        Assert.Equal(thrown.Attempts.Count, thrown.Attempts.Distinct().Count());
        Assert.All(thrown.Attempts, attempt => Assert.NotEmpty(attempt.Reason));
        Assert.All(
            thrown.Attempts,
            attempt => Assert.Contains(Path.GetFileName(attempt.Candidate.Split(" in ")[0]), thrown.Message, StringComparison.Ordinal));
        string beside = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "nosuchlibrary.dll" : "libnosuchlibrary.so");
        Assert.Equal("not there", thrown.Attempts.Single(attempt => attempt.Candidate == beside).Reason);
        Assert.False(NativeModule.TryLoad("nosuchlibrary", out NativeModule? module));
        Assert.Null(module);
    }

    [LinuxFact]
    public void AMissingLibrary_IsToldInTheLoadersOwnWords()
    {
        NativeLibraryNotFoundException thrown = Assert.Throws<NativeLibraryNotFoundException>(() => NativeModule.Load("nosuchlibrary"));

        Assert.Equal(
            "cannot open shared object file: No such file or directory",
            thrown.Attempts.Single(attempt => attempt.Candidate == "libnosuchlibrary.so").Reason);
    }

    [LinuxFact]
    public void AFileForAnotherProcessor_IsNamedAsSuch()
    {
        string path = _compiler.CompileText("libother.so", "int other(void) { return 1; }");
        byte[] file = File.ReadAllBytes(path);
        ushort other = (ushort)(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 62 : 183);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(18), other);
        File.WriteAllBytes(path, file);

        string reason = Assert.Throws<NativeLibraryNotFoundException>(() => NativeModule.Load(path)).Attempts.Single().Reason;

        Assert.StartsWith(
            $"is an ELF file for {(other == 62 ? "x86-64" : "AArch64")}; this process needs ELF for ",
            reason,
            StringComparison.Ordinal);
    }

    [LinuxFact]
    public void AMissingDependency_IsNamed()
    {
        string dependency = _compiler.CompileText("libdependency.so", "int needed(void) { return 1; }");
        string path = _compiler.CompileText(
            "libdependent.so",
            "int needed(void); int use(void) { return needed(); }",
            $"-L{_compiler.Folder} -ldependency");
        File.Delete(dependency);

        string reason = Assert.Throws<NativeLibraryNotFoundException>(() => NativeModule.Load(path)).Attempts.Single().Reason;

        Assert.StartsWith("libdependency.so: cannot open shared object file", reason, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void APath_IsTheOnlyCandidate()
    {
        string path = Path.Combine(_compiler.Folder, "libnowhere.so");

        NativeLibraryNotFoundException thrown = Assert.Throws<NativeLibraryNotFoundException>(() => NativeModule.Load(path));

        Assert.Equal(new NativeLibraryAttempt(path, "not there"), thrown.Attempts.Single());
    }

    [LinuxFact]
    public void Path_OfAModule_IsTheFileThatWasLoaded()
    {
        string path = _compiler.CompileText("libplace.so", "int place(void) { return 1; }");
        using NativeModule module = NativeModule.Load(Path.GetRelativePath(Environment.CurrentDirectory, path));

        Assert.Equal(path, module.Path);
    }

    [Fact]
    public void TheProgramItself_HasItsSymbols_AndOutlivesDispose()
    {
        string symbol = OperatingSystem.IsWindows() ? "DotNetRuntimeInfo" : "malloc";
        NativeModule.Process.Dispose();

        Assert.Equal(!OperatingSystem.IsWindows(), NativeModule.Process.TryGetSymbol(symbol, out nint address) && address != 0);
        Assert.Equal(Environment.ProcessPath, NativeModule.Process.Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void AnEmptyName_IsAnArgumentError(string? name) => Assert.ThrowsAny<ArgumentException>(() => NativeModule.Load(name!));

    private static LibrarySearch OnlyIn(string folder) =>
        new() { Platform = LibraryPlatform.Linux, OwnDirectories = [folder], AsksLoader = false };
}
