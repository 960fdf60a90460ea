using System.Text.Json;
using Ffi.Bind.Tests.Testing;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Tool.Tests.Testing;

namespace Ffi.Bind.Tests;

/// <summary>What <c>ffi bind</c> writes is what <c>ffi verify</c> and the analyzers have nothing to say of.</summary>
public sealed class VerifiedTests
{
    public static TheoryData<string> Libraries => CorpusLibrary.Names;

    [CorpusTheory, MemberData(nameof(Libraries))]
    public void Verify_ComparesEachFunction_AndFindsNothing(string library)
    {
        BoundLibrary bound = BoundLibrary.Of(library);
        using WorkFolder folder = new(($"{library}.ffi-header", bound.DigestText));
        File.WriteAllBytes(folder.PathOf("Bindings.dll"), bound.Image);

        ToolRun run = ToolRun.Of("verify", folder.PathOf("Bindings.dll"), "--digest", folder.PathOf($"{library}.ffi-header"), "--json");
        Assert.True(run.ExitCode == 0, run.Output[..Math.Min(run.Output.Length, 8000)] + run.Error);
        using JsonDocument report = JsonDocument.Parse(run.Output);
        Assert.Equal(bound.Plan.Functions.Count, report.RootElement.GetProperty("checked").GetInt32());
    }

    [CorpusTheory, MemberData(nameof(Libraries))]
    public void Analyzers_FindNothing(string library) => Assert.Empty(BoundLibrary.Of(library).Diagnostics);

    /// <summary>The same comparison finds what is wrong: a digest of another version.</summary>
    [CorpusTheory, InlineData("sqlite3"), InlineData("libgit2")]
    public void Verify_OfAnotherDigest_FindsWhatDiffers(string library)
    {
        BoundLibrary bound = BoundLibrary.Of(library);
        using WorkFolder folder = new(($"{library}.ffi-header", bound.DigestText.Replace(": i32", ": i64", StringComparison.Ordinal)));
        File.WriteAllBytes(folder.PathOf("Bindings.dll"), bound.Image);

        ToolRun run = ToolRun.Of("verify", folder.PathOf("Bindings.dll"), "--digest", folder.PathOf($"{library}.ffi-header"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("FFI3002", run.Output);
    }
}
