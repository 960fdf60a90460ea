using Ffi.Bindgen.Reading;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Headers.Digest;
using Xunit.Abstractions;

namespace Ffi.Bindgen.Tests.Oracles;

/// <summary>A library that is read with our system headers says the same as with the real ones.</summary>
public sealed class SysrootOracleTests(ITestOutputHelper output)
{
    // The compiler's own headers, such as stddef.h.
    internal const string Resource = "/usr/lib/llvm-14/lib/clang/14.0.6/include";

    private static readonly Dictionary<Platform, string[]> s_systems = new()
    {
        [Platform.LinuxX64] = [Resource, "/usr/include/x86_64-linux-gnu", "/usr/include"],
        [Platform.WinX64] = [Resource, "/usr/share/mingw-w64/include"],
    };

    public static TheoryData<string, Platform> Cases
    {
        get
        {
            TheoryData<string, Platform> cases = [];
            foreach (CorpusLibrary library in CorpusLibrary.All)
            {
                foreach (
                    Platform platform in s_systems.Keys.Where(platform =>
                        library.Platforms.Contains(platform) && (platform == Platform.LinuxX64 || library.NotForMingw is null)))
                {
                    cases.Add(library.Name, platform);
                }
            }

            return cases;
        }
    }

    [CorpusTheory, MemberData(nameof(Cases))]
    public void DigestWithStubs_IsTheDigestWithRealHeaders(string name, Platform platform)
    {
        CorpusLibrary library = CorpusLibrary.Of(name);
        // Debian's libraries know nothing of mingw's order of headers: what declares Windows' types comes first there.
        ReadRequest request = library.Request with
        {
            Platforms = PlatformSet.Of(platform),
            Arguments = name == "SDL2" ? ["-DSDL_DISABLE_IMMINTRIN_H"] : [],
        };
        ReadResult stubs = HeaderReader.Read(request);
        ReadResult real = HeaderReader.Read(request with { SystemFolders = s_systems[platform] });
        Assert.Empty(stubs.Problems);
        Assert.Empty(real.Problems);

        // What the library declares itself is equal to the letter.
        Assert.Equal(Own(real.Digest!), Own(stubs.Digest!));

        // Of what the system declares, sizes and alignments are.
        DigestIndex ours = new(stubs.Digest!);
        DigestIndex theirs = new(real.Digest!);
        string[] common = [.. SystemTypes(stubs.Digest!).Intersect(SystemTypes(real.Digest!))];
        Assert.Equal(
            common.Select(type => $"{type} {theirs.LayoutOf(new NamedType(type), platform)}"),
            common.Select(type => $"{type} {ours.LayoutOf(new NamedType(type), platform)}"));
        output.WriteLine($"{name}, {platform}: {string.Join(' ', common)}");
    }

    private static IEnumerable<string> Own(HeaderDigest digest) =>
        AllOf(digest).Where(static item => item.Location is not null).Select(static item => item.ToString());

    private static IEnumerable<string> SystemTypes(HeaderDigest digest) =>
        digest
            .Records.Concat<CItem>(digest.Typedefs)
            .Where(static item => item.Location is null && !item.Name.Contains('.'))
            .Select(static item => item.Name);

    private static IEnumerable<CItem> AllOf(HeaderDigest digest) =>
        [
            .. digest.Opaques,
            .. digest.Records,
            .. digest.Enums,
            .. digest.Typedefs,
            .. digest.Functions,
            .. digest.Variables,
            .. digest.Constants,
            .. digest.Macros,
        ];
}
