using Ffi.Analyzers.Liveness;
using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Generators.Tests.Testing;
using Ffi.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Tests.Liveness.Doubts;

/// <summary>Each doubt silences its example, is needed for that, and stands on the page.</summary>
public class DoubtTests
{
    public static TheoryData<string> Names => [.. DoubtList.All.Select(doubt => doubt.Name)];

    public static TheoryData<string> Flowing => [.. DoubtList.All.Where(doubt => doubt.Example.Length > 0).Select(doubt => doubt.Name)];

    [Theory, MemberData(nameof(Flowing))]
    public async Task Example_IsSilencedByTheDoubtAlone(string name)
    {
        Doubt doubt = Find(name);

        Assert.Empty(await Report(doubt.Example, static _ => true));
        Assert.NotEmpty((await Report(doubt.Example, other => other != doubt)).Intersect(doubt.Rules));
    }

    [Theory, MemberData(nameof(Names))]
    public void Page_SaysWhatTheListSays(string name)
    {
        Doubt doubt = Find(name);
        string words = doubt.Words.IsEmpty ? "" : string.Join(", ", doubt.Words.Select(word => $"`{word}`"));
        string row = $"| {doubt.Name} | {RulesOf(doubt)} | {doubt.Of} | {words} | {doubt.Why} |";

        Assert.Contains(row, File.ReadAllText(Repository.PathOf("docs/reference/doubts.md")).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("n_set_compost", false)]
    [InlineData("n_post_item", true)]
    [InlineData("PostItem", true)]
    [InlineData("XFree", true)]
    [InlineData("setUserData", true)]
    [InlineData("freeze", false)]
    public void Words_AreWhole(string function, bool isHandedOver) => Assert.Equal(isHandedOver, DoubtList.HandedOver.Speaks(function));

    private static string RulesOf(Doubt doubt) => doubt.Rules.Length > 10 ? "all" : string.Join(", ", doubt.Rules);

    private static async Task<string[]> Report(string members, Func<Doubt, bool> heeds) =>
        [
            .. (await new AnalyzerHarness(new LivenessAnalyzer(heeds, null)).Analyze(Snippet.Of(members)))
                .Where(d => d.Severity > DiagnosticSeverity.Info)
                .Select(d => d.Id),
        ];

    private static Doubt Find(string name) => DoubtList.All.Single(doubt => doubt.Name == name);
}
