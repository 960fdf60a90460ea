using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Ffi.Generators.Planning;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests;

/// <summary>A diagnostic is done when it has a page, a release line, a help link, and tests on both sides of it.</summary>
public partial class DocumentationTests
{
    private static readonly DiagnosticAnalyzer[] s_analyzers =
    [
        .. typeof(FunctionGenerator).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly DiagnosticDescriptor[] s_descriptors = [.. s_analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).DistinctBy(descriptor => descriptor.Id)];

    public static TheoryData<string> Ids => [.. s_descriptors.Select(descriptor => descriptor.Id).Order()];

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
        Assert.Equal(["Bad", "Fixed", "Why"], Headings().Matches(page).Select(heading => heading.Groups[1].Value).Intersect(["Bad", "Fixed", "Why"]));
    }

    [Theory, MemberData(nameof(DeclarationIds))]
    public async Task Page_ExamplesAreRight(string id)
    {
        MatchCollection examples = Examples().Matches(Page(id));
        string bad = examples[0].Groups[1].Value;

        Assert.Contains(id, await Analyze(bad, allowUnsafe: id != "FFI0006"));
        if (examples.Count > 1)
        {
            Assert.Empty(await Analyze(examples[1].Groups[1].Value, allowUnsafe: true));
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void ReleaseLine_SaysWhatTheDescriptorSays(string id)
    {
        DiagnosticDescriptor descriptor = Descriptor(id);
        string severity = descriptor.DefaultSeverity.ToString();

        Assert.Contains($"{id} | {descriptor.Category} | {severity} | ", File.ReadAllText(Repository.PathOf("src/Ffi.Generators/AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(Repository.PathOf("src/Ffi.Generators/AnalyzerReleases.Shipped.md")));
    }

    [Fact]
    public void ReleaseLines_AreOfDiagnosticsThatExist() => Assert.All(
        ReleaseLines().Matches(File.ReadAllText(Repository.PathOf("src/Ffi.Generators/AnalyzerReleases.Unshipped.md"))),
        line => Assert.Contains(s_descriptors, descriptor => descriptor.Id == line.Groups[1].Value));

    [Fact]
    public void Pages_AreOfDiagnosticsThatExist() => Assert.All(
        Directory.GetFiles(Repository.PathOf("docs/diagnostics"), "FFI*.md"),
        page => Assert.Contains(s_descriptors, descriptor => descriptor.Id == Path.GetFileNameWithoutExtension(page)));

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
        string[] tests = [.. Directory.EnumerateFiles(Repository.PathOf("tests/Ffi.Generators.Tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)];

        Assert.Contains(tests, text => text.Contains($"{id}_Fires_"));
        Assert.Contains(tests, text => text.Contains($"{id}_DoesNotFire_"));
    }

    private static async Task<string[]> Analyze(string source, bool allowUnsafe)
    {
        Compilation compilation = TestCompilation.Create(source).WithOptions(TestCompilation.Options.WithAllowUnsafe(allowUnsafe));
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers([.. s_analyzers]).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.Select(diagnostic => diagnostic.Id)];
    }

    private static string Page(string id) => File.ReadAllText(Repository.PathOf($"docs/diagnostics/{id}.md")).ReplaceLineEndings("\n");

    private static DiagnosticDescriptor Descriptor(string id) => s_descriptors.Single(descriptor => descriptor.Id == id);

    private static string SeverityOf(string id) => Descriptor(id).DefaultSeverity.ToString().ToLowerInvariant();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Examples();

    [GeneratedRegex(@"^(FFI\d{4}) \|", RegexOptions.Multiline)]
    private static partial Regex ReleaseLines();
}
