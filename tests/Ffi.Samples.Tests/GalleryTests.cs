using Ffi.Tests.Memory;
using Ffi.Tests.NativeCalls;
using Ffi.Tests.Testing;

namespace Ffi.Samples.Tests;

/// <summary>The gallery as a whole: every sample is in the index, has a README, and does what that says.</summary>
public class GalleryTests
{
    public static TheoryData<string> Samples =>
        [
            .. Directory
                .GetDirectories(Repository.PathOf("samples"))
                .Select(static folder => Path.GetFileName(folder))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_StandsInTheIndex_AndItsReadmeHasTheCommandThatRunsIt(string sample)
    {
        Assert.Contains($"| [{sample}]({sample}) |", File.ReadAllText(Repository.PathOf("samples/README.md")), StringComparison.Ordinal);
        Assert.Contains(
            File.Exists(Repository.PathOf($"samples/{sample}/run.sh"))
                ? $"\n    sh samples/{sample}/run.sh\n"
                : $"\n    dotnet run {(sample == "ChannelOrCallback" ? "-c Release " : "")}--project samples/{sample}\n",
            Sample.ReadmeOf(sample),
            StringComparison.Ordinal);
    }

    [LibraryFact("The C library", "libc.so.6")]
    public void Callbacks_PrintsWhatItsReadmeShows() => Sample.AssertPrintsWhatItsReadmeShows("Callbacks");

    [LibraryFact("libclang", "libclang-14.so.13")]
    public void Clang_PrintsWhatItsReadmeShows() => Sample.AssertPrintsWhatItsReadmeShows("Clang");

    [LibraryFact("libcurl", "libcurl.so.4")]
    public void Curl_PrintsWhatItsReadmeShows() => Sample.AssertPrintsWhatItsReadmeShows("Curl");

    [Fact]
    public void DmaDevice_PrintsWhatItsReadmeShows() => Sample.AssertPrintsWhatItsReadmeShows("DmaDevice");

    [GitFact]
    public void Git_PrintsWhatItsReadmeShows() => Sample.AssertPrintsWhatItsReadmeShows("Git");

    [Fact]
    public void PluginHost_PrintsWhatItsReadmeShows() => Sample.AssertPrintsWhatItsReadmeShows("PluginHost");

    [LibraryFact("libsodium", "libsodium.so.23")]
    public void Sodium_PrintsWhatItsReadmeShows() => Sample.AssertPrintsWhatItsReadmeShows("Sodium");

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void Sqlite_PrintsWhatItsReadmeShows() => Sample.AssertPrintsWhatItsReadmeShows("Sqlite");

    [LibraryFact("libuv", "libuv.so.1")]
    public void Uv_PrintsWhatItsReadmeShows() => Sample.AssertPrintsWhatItsReadmeShows("Uv");

    [LibraryFact("zlib", "libz.so.1")]
    public void Zlib_PrintsWhatItsReadmeShows() => Sample.AssertPrintsWhatItsReadmeShows("Zlib");

    [LibraryFact("SQLite", "libsqlite3.so.0")]
    public void Quickstart_PrintsTheAnswersOfFourLibraries()
    {
        (int exitCode, string output, string errors) = Sample.Run("Quickstart");
        Assert.True(exitCode == 0, output + errors);
        Assert.Contains("cos(pi/3)           = 0.500000", output, StringComparison.Ordinal);
        Assert.Contains("strlen(\"grüße\")     = 7 bytes", output, StringComparison.Ordinal);
        Assert.Contains("crc32(\"123456789\")  = CBF43926", output, StringComparison.Ordinal);
        Assert.Contains("Saturn    146 moons,  244 so far", output, StringComparison.Ordinal);
    }

    // Where the guest's blocks lie depends on the compiler that made it.
    [WasmFact]
    public void WasmGuest_PrintsWhatTheGuestAnswers()
    {
        (int exitCode, string output, string errors) = Sample.Run("WasmGuest");
        Assert.True(exitCode == 0, output + errors);
        string[] lines = output.Split('\n');
        Assert.EndsWith(": 4321", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("there is 'desserts'.", lines[2], StringComparison.Ordinal);
        Assert.Equal("It has 0 blocks out, and so have we: 0.", lines[3]);
        Assert.Contains("moved while 100 elements", lines[4], StringComparison.Ordinal);
        Assert.Equal("Caught a trap: Integer divide by zero", lines[5]);
    }

    [Fact]
    public void ChannelOrCallback_AddsUpTheSameBothWays()
    {
        (int exitCode, string output, string errors) = Sample.Run("ChannelOrCallback", "100000");
        Assert.True(exitCode == 0, output + errors);
        Assert.Equal(9, output.Split("sum right").Length - 1);
    }
}
