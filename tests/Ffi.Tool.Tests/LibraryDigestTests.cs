using Ffi.Headers.Digest;
using Ffi.Headers.Text;
using Ffi.Tests.Testing;
using Ffi.Tool.Tests.Testing;

namespace Ffi.Tool.Tests;

/// <summary>The digests that come with the package are what <c>ffi read</c> makes of Debian 12's headers, with the options that are beside
/// each.</summary>
public sealed class LibraryDigestTests
{
    private const long MostBytesPacked = 1 << 20;

    private static readonly string s_folder = Repository.PathOf("src/Ffi.Headers/Libraries");

    private static readonly string[] s_names =
    [
        .. Directory
            .GetFiles(s_folder, "*.rsp")
            .Select(static file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Names => [.. s_names];

    [Theory, MemberData(nameof(Names))]
    public void Digest_IsWhatTheInstalledHeadersSay(string name)
    {
        string options = Path.Combine(s_folder, name + ".rsp");
        string digest = Path.Combine(s_folder, name + ".ffi-header");
        ToolRun run = ToolRun.Of("read", "@" + options, "-o", "-");
        if (run.Error.Contains(" is not found.", StringComparison.Ordinal) && Environment.GetEnvironmentVariable("CI") != "true")
        {
            return;
        }

        Assert.True(run.ExitCode == 0, run.Error);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(digest, run.Output);
        }

        Assert.Equal(File.ReadAllText(digest), run.Output);
    }

    [Theory, MemberData(nameof(Names))]
    public void Digest_SaysOfWhatItIs_AndHoldsFactsAlone(string name)
    {
        string text = File.ReadAllText(Path.Combine(s_folder, name + ".ffi-header"));
        HeaderDigest digest = DigestParser.Parse(text, name).Digest!;

        Assert.Equal(PlatformSet.All, digest.Platforms);
        Assert.NotNull(digest.Library);
        Assert.NotNull(digest.Licence);
        Assert.Matches(@"^\d+\.\d+", digest.Version);
        Assert.NotEmpty(digest.Functions);
        Assert.DoesNotContain("///", text);
        Assert.Equal(DigestFilter.FactsOnly(digest), digest);
    }

    [Fact]
    public void EachDigest_HasItsOptions_AndIsInTheList() =>
        Assert.Equal(
            s_names,
            Directory
                .GetFiles(s_folder, "*.ffi-header")
                .Select(static file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void List_HasEachWithVersionAndLicence()
    {
        string list = ToolRun.Clean("list");

        Assert.All(s_names, name => Assert.Matches($@"(?m)^{name} +\d+\.\d+\S* +\S", list));
    }

    /// <summary>They travel in each copy of the package.</summary>
    [Fact]
    public void Digests_StaySmall()
    {
        using MemoryStream packed = new();
        using (System.IO.Compression.ZipArchive archive = new(packed, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string file in Directory.GetFiles(s_folder, "*.ffi-header"))
            {
                using Stream entry = archive.CreateEntry(Path.GetFileName(file)).Open();
                using FileStream content = File.OpenRead(file);
                content.CopyTo(entry);
            }
        }

        Assert.InRange(packed.Length, 1, MostBytesPacked);
    }
}
