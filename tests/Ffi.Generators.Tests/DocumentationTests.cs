using System.Text.RegularExpressions;
using Ffi.Generators.Planning;
using Ffi.Generators.Tests.Documentation;
using Ffi.Generators.Tests.Testing;
using Ffi.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests;

/// <summary>A diagnostic is done when it has a page, a release line, a help link, and tests on both sides of it.</summary>
public partial class DocumentationTests
{
    private static readonly DiagnosticAnalyzer[] s_analyzers = [.. Extensions.MakeAnalyzers()];

    private static readonly string s_unshipped = ReleaseLinesIn("AnalyzerReleases.Unshipped.md");

    private static readonly DiagnosticDescriptor[] s_descriptors =
    [
        .. s_analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).DistinctBy(descriptor => descriptor.Id),
    ];

    public static TheoryData<string> Ids => [.. s_descriptors.Select(descriptor => descriptor.Id).Order()];

    // What checked mode reports while a program runs has a page too, and no descriptor.
    private static readonly string[] s_runTimeIds = [.. Enum.GetValues<NativeFault>().Select(fault => $"FFI{(int)fault}")];

    public static TheoryData<string> RunTimeIds => [.. s_runTimeIds];

    private static IEnumerable<string> AllIds => s_descriptors.Select(descriptor => descriptor.Id).Concat(s_runTimeIds);

    public static TheoryData<string> DeclarationIds =>
        [.. s_descriptors.Select(descriptor => descriptor.Id).Where(id => id.StartsWith("FFI00", StringComparison.Ordinal)).Order()];

    [Fact]
    public void EachProblem_HasADescriptor() => Assert.All(
        Enum.GetValues<ProblemId>(), problem => Assert.Contains(s_descriptors, descriptor => descriptor.Id == $"FFI{(int)problem:D4}"));

    [Theory, MemberData(nameof(Ids))]
    public void Page_TellsWhatIsBadWhatIsFixedAndWhy(string id)
    {
        string page = Page(id);

        Assert.StartsWith($"# {id}: ", page);
        Assert.Contains($"\nSeverity: {SeverityOf(id)}.\n", page);
        Assert.Equal(
            ["Bad", "Fixed", "Why"],
            Headings().Matches(page).Select(heading => heading.Groups[1].Value).Intersect(["Bad", "Fixed", "Why"]));
    }

    /// <summary>That the first is reported and the second is not, <see cref="Documentation.CodeBlockTests"/> holds for all pages.</summary>
    [Theory, MemberData(nameof(Ids))]
    public void Page_HasExamplesOfBoth(string id)
    {
        IEnumerable<string> sections = MarkdownFile
            .Parse("", Page(id))
            .Blocks.Where(block => block.Language is "csharp" or "xml")
            .Select(block => block.Section);

        Assert.Equal(["Bad", "Fixed"], sections.Intersect(["Bad", "Fixed"]));
    }

    [Theory, MemberData(nameof(Ids))]
    public void ReleaseLine_SaysWhatTheDescriptorSays(string id)
    {
        DiagnosticDescriptor descriptor = Descriptor(id);
        string severity = descriptor.DefaultSeverity.ToString();

        Assert.Contains($"{id} | {descriptor.Category} | {severity} | ", s_unshipped + ReleaseLinesIn("AnalyzerReleases.Shipped.md"));
    }

    [Fact]
    public void ReleaseLines_AreOfDiagnosticsThatExist() => Assert.All(
        ReleaseLines().Matches(s_unshipped),
        line => Assert.Contains(s_descriptors, descriptor => descriptor.Id == line.Groups[1].Value));

    [Theory, MemberData(nameof(Ids))]
    public void Index_NamesThePage(string id)
    {
        string title = Page(id).Split('\n')[0][$"# {id}: ".Length..];

        Assert.Contains(
            $"\n| [{id}]({id}.md) | {SeverityOf(id)} | {title} |\n",
            File.ReadAllText(Repository.PathOf("docs/diagnostics/README.md")).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Pages_AreOfDiagnosticsThatExist() => Assert.All(
        Directory.GetFiles(Repository.PathOf("docs/diagnostics"), "FFI*.md"),
        page => Assert.Contains(Path.GetFileNameWithoutExtension(page), AllIds));

    [Fact]
    public void Ids_ThatPagesMention_Exist() =>
        Assert.Empty(
            MarkdownFile
                .All.SelectMany(file => MentionedIds().Matches(File.ReadAllText(Repository.PathOf(file.Path))))
                .Select(match => match.Value)
                .Except(AllIds));

    [Theory, MemberData(nameof(RunTimeIds))]
    public void Page_OfARunTimeReport_HasTheFormOfTheOthers(string id)
    {
        string page = Page(id);
        string title = page.Split('\n')[0];

        Assert.StartsWith($"# {id}: ", title);
        Assert.Contains("\nSeverity: at run time, in [checked mode](../guides/checked.md).\n", page);
        Assert.Equal(["Bad", "Fixed", "Why"], Headings().Matches(page).Select(heading => heading.Groups[1].Value));
        Assert.Contains($"\n> {id}: ", page);
        Assert.Contains(
            $"\n| [{id}]({id}.md) | at run time | {title[$"# {id}: ".Length..]} |\n",
            File.ReadAllText(Repository.PathOf("docs/diagnostics/README.md")).ReplaceLineEndings("\n"));
    }

    [Theory, MemberData(nameof(Ids))]
    public void HelpLink_LeadsToThePage(string id) => Assert.EndsWith($"/docs/diagnostics/{id}.md", Descriptor(id).HelpLinkUri);

    [Theory, MemberData(nameof(Ids))]
    public void Message_IsWholeSentences(string id)
    {
        string message = Descriptor(id).MessageFormat.ToString();

        Assert.EndsWith(".", message);
        Assert.DoesNotContain("please", message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"\b[Ii]nvalid\b", message);
    }

    [Theory, MemberData(nameof(DeclarationIds))]
    public void Tests_StandOnBothSides(string id)
    {
        string[] tests =
        [
            .. Directory
                .EnumerateFiles(Repository.PathOf("tests/Ffi.Generators.Tests"), "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText),
        ];

        Assert.Contains(tests, text => text.Contains($"{id}_Fires_"));
        Assert.Contains(tests, text => text.Contains($"{id}_DoesNotFire_"));
    }

    private static string ReleaseLinesIn(string file) =>
        File.ReadAllText(Repository.PathOf($"src/Ffi.Generators/{file}"))
        + File.ReadAllText(Repository.PathOf($"src/Ffi.Analyzers/{file}"));

    private static string Page(string id) => File.ReadAllText(Repository.PathOf($"docs/diagnostics/{id}.md")).ReplaceLineEndings("\n");

    private static DiagnosticDescriptor Descriptor(string id) => s_descriptors.Single(descriptor => descriptor.Id == id);

    private static string SeverityOf(string id) => Descriptor(id).DefaultSeverity.ToString().ToLowerInvariant();

    [GeneratedRegex(@"\bFFI\d{4}\b")]
    private static partial Regex MentionedIds();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"^(FFI\d{4}) \|", RegexOptions.Multiline)]
    private static partial Regex ReleaseLines();
}
