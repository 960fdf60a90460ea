using Ffi.Bindgen.Reading;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Headers.Digest;
using Xunit.Abstractions;

namespace Ffi.Bindgen.Tests.Oracles;

/// <summary>Compilers say whether the digest's layouts and values are right.</summary>
public sealed class LayoutOracleTests(ITestOutputHelper output)
{
    private const string Debian = "/usr/include/x86_64-linux-gnu";

    public static TheoryData<string> Names => CorpusLibrary.Names;

    [CorpusTheory, MemberData(nameof(Names))]
    public async Task LayoutsAndValues_AreThoseOfTheCompilers(string name)
    {
        CorpusLibrary library = CorpusLibrary.Of(name);
        ReadResult result = HeaderReader.Read(library.Request with
        {
            Platforms = PlatformSet.Of(Platform.LinuxX64, Platform.WinX64).Intersect(library.Platforms),
            IncludeDocumentation = false,
        });
        Assert.Empty(result.Problems);
        string[] folders = library.Folder is null ? [] : ["-I", library.Folder];
        IReadOnlyDictionary<string, string> names = await NamesInC(result.Digest!, library, folders);

        OracleProgram linux = Checks(result.Digest!, Platform.LinuxX64, names);
        foreach (string printed in await Compilers.RunOnLinux(linux.Source(library.Includes), folders))
        {
            Assert.Equal($"checked {linux.Count}\n", printed);
        }

        output.WriteLine($"{name}: {linux.Count} facts on linux-x64");
        if (library.NotForMingw is null && library.Platforms.Contains(Platform.WinX64))
        {
            OracleProgram windows = Checks(result.Digest!, Platform.WinX64, names);
            string source = windows.Source(library.Includes);
            // Mingw's own headers are found first.
            string printed = await Compilers.RunOnWindows(source, [.. folders, "-idirafter", "/usr/include", "-idirafter", Debian]);
            Assert.Equal($"checked {windows.Count}\n", printed);
            output.WriteLine($"{name}: {windows.Count} facts on win-x64");
        }
    }

    [CompilerTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task FiveHundredRandomStructs_LieAsTheCompilersSay(int seed)
    {
        string forLinux = RandomStructs.Write(seed, 500, isForWindows: false);
        OracleProgram linux = ChecksOfRandom(forLinux, Platform.LinuxX64);
        foreach (string printed in await Compilers.RunOnLinux(linux.Source(forLinux), []))
        {
            Assert.Equal($"checked {linux.Count}\n", printed);
        }

        string forWindows = RandomStructs.Write(seed, 500, isForWindows: true);
        OracleProgram windows = ChecksOfRandom(forWindows, Platform.WinX64);
        Assert.Equal($"checked {windows.Count}\n", await Compilers.RunOnWindows(windows.Source(forWindows), []));
        output.WriteLine($"{linux.Count} and {windows.Count} facts");
    }

    private static OracleProgram ChecksOfRandom(string header, Platform platform)
    {
        using HeaderFolder folder = new(("random.h", header));
        ReadResult result = HeaderReader.Read(
            new ReadRequest
            {
                Headers = [folder.PathOf("random.h")],
                Platforms = PlatformSet.Of(platform),
                RequireFunctions = false,
            });
        Assert.Empty(result.Problems);
        Assert.Equal(500, result.Digest!.Records.Count(static record => !record.Name.Contains('.')));
        return Checks(
            result.Digest,
            platform,
            result.Digest.Records.ToDictionary(static record => record.Name, static record => "struct " + record.Name));
    }

    private static OracleProgram Checks(HeaderDigest digest, Platform platform, IReadOnlyDictionary<string, string> names)
    {
        OracleProgram program = new(digest, platform);
        foreach (
            CRecord record in digest.Records.Where(record =>
                record.Platforms.Contains(platform) && IsOwn(record) && names.ContainsKey(record.Name)))
        {
            program.Check(record, names[record.Name]);
        }

        foreach (CConstant constant in digest.Constants.Where(constant => constant.Platforms.Contains(platform)))
        {
            program.Check(constant);
        }

        foreach (CEnum item in digest.Enums.Where(item => item.Platforms.Contains(platform) && item.Location is not null))
        {
            program.Check(item);
        }

        return program;
    }

    private static bool IsOwn(CRecord record) => record.Location is not null && !record.Name.Contains('.');

    // A digest knows a type by one name, and doesn't tell whether it is a tag or a typedef's. A compiler does.
    private static async Task<IReadOnlyDictionary<string, string>> NamesInC(HeaderDigest digest, CorpusLibrary library, string[] arguments)
    {
        CRecord[] records = [.. digest.Records.Where(static record => IsOwn(record) && record.Platforms.Contains(Platform.LinuxX64))];
        string includes = library.Includes;
        string lines = string.Concat(
            records.Select(record => $"typedef char ffi_size_of_{Array.IndexOf(records, record)}[sizeof({TagOf(record)})];\n"));
        IReadOnlySet<int> errors = await Compilers.LinesWithErrors(includes + lines, arguments);
        int first = includes.Count(static character => character == '\n') + 1;
        return records
            .Index()
            .ToDictionary(static pair => pair.Item.Name, pair => errors.Contains(first + pair.Index) ? pair.Item.Name : TagOf(pair.Item));
    }

    private static string TagOf(CRecord record) =>
        record.Name.Contains(' ') ? record.Name : $"{(record.Kind == RecordKind.Union ? "union" : "struct")} {record.Name}";
}
