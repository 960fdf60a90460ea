using System.Security.Cryptography;
using System.Text;
using Ffi.Analyzers.Headers;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Tests.Headers;

/// <summary>Digests that can't be used, or are old.</summary>
public class DigestFileTests
{
    private const string Source = """static class Acme { [DllImport("acme")] static extern long acme_version(); }""";

    private const string Header = "int acme_version(void);\n";

    [Fact]
    public async Task ADigestWithAnError_SaysSo_AndIsComparedWithNothing()
    {
        Diagnostic only = Assert.Single(await Analyze(("acme.ffi-header", Digest("") + "function acme_close( -> i32\n")));

        Assert.Equal(
            ("FFI3016", DiagnosticSeverity.Warning, "acme.ffi-header", 4),
            (only.Id, only.Severity, only.Location.GetLineSpan().Path, only.Location.GetLineSpan().StartLinePosition.Line));
        Assert.StartsWith("The digest can't be read, and nothing is compared with it: ", only.GetMessage());
    }

    [Fact]
    public async Task AnotherDigest_IsUsedAllTheSame()
    {
        var diagnostics = await Analyze(("acme.ffi-header", Digest("")), ("other.ffi-header", "something else"));

        Assert.Equal(["FFI3002", "FFI3016"], diagnostics.Select(static diagnostic => diagnostic.Id).Order());
    }

    [Fact]
    public async Task AHeaderThatChanged_IsSeenByItsHash()
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("acme.h\n" + Header)));
        string digest = Digest($"sha256 {hash}\n");

        Assert.Equal(
            ["FFI3002"],
            (await Analyze(("acme.ffi-header", digest), ("native/acme.h", Header))).Select(static diagnostic => diagnostic.Id));
        Assert.Contains(
            await Analyze(("acme.ffi-header", digest), ("native/acme.h", Header + "int acme_new(void);\n")),
            static diagnostic => diagnostic is { Id: "FFI3016", Severity: DiagnosticSeverity.Info });
        Assert.DoesNotContain(
            await Analyze(("acme.ffi-header", digest), ("native/other.h", "")),
            static diagnostic => diagnostic.Id == "FFI3016");
    }

    [Fact]
    public async Task AProjectWithoutDigests_IsLeftAlone() => Assert.Empty(await Analyze(("acme.txt", Digest(""))));

    private static string Digest(string more) =>
        $"ffi-header 1\nheader acme.h\nlibrary acme\n{more}function acme_version() -> i32 at acme.h:1\n";

    private static async Task<IEnumerable<Diagnostic>> Analyze(params (string Path, string Text)[] files) =>
        await new AnalyzerHarness(new HeaderAnalyzer()) { AdditionalFiles = files }.Analyze(Source);
}
