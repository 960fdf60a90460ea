using System.Collections.Immutable;
using Ffi.Analyzers.Liveness;
using Ffi.Analyzers.Liveness.Rules;
using Ffi.Generators.Tests.Testing;
using Ffi.Tests.Testing;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests.Liveness;

/// <summary>Mistakes as programs make them, each beside its nearest correct neighbour. A section of a file in <c>Catalogue</c> is a
/// program: what is marked must be reported, and nothing else may be, by any liveness rule.</summary>
public class CatalogueTests
{
    private const string Start = "\n//// ";

    private static readonly DiagnosticAnalyzer[] s_analyzers =
        [new LivenessAnalyzer(), new SuppressedTransitionAnalyzer(), new UnmanagedCallersOnlyAnalyzer(), new OutStringAnalyzer()];

    private static readonly string s_folder = Repository.PathOf("tests/Ffi.Generators.Tests/Liveness/Catalogue");

    public static string Natives { get; } = File.ReadAllText(Path.Combine(s_folder, "Natives.cs"));

    private static readonly ImmutableDictionary<string, string> s_sections = Directory.EnumerateFiles(s_folder, "*.cs")
        .Where(file => Path.GetFileName(file) != "Natives.cs")
        .SelectMany(file => File.ReadAllText(file).ReplaceLineEndings("\n").Split(Start).Skip(1))
        .ToImmutableDictionary(section => section[..section.IndexOf('\n')], section => section[section.IndexOf('\n')..]);

    public static TheoryData<string> Sections => [.. s_sections.Keys.Order(StringComparer.Ordinal)];

    public static string SectionOf(string name) => s_sections[name];

    [Theory, MemberData(nameof(Sections))]
    public async Task Section_IsReportedWhereMarkedAndNowhereElse(string section)
    {
        MarkedSource source = MarkedSource.Parse(s_sections[section], null);
        var found = new List<ExpectedDiagnostic>();
        foreach (DiagnosticAnalyzer analyzer in s_analyzers)
        {
            // A LibraryImport has no body where its generator doesn't run.
            var diagnostics = await new AnalyzerHarness(analyzer).Analyze(source.Text, Natives);
            found.AddRange(
                diagnostics
                    .Where(d => d.Id != "CS8795" && d.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info)
                    .Select(d => new ExpectedDiagnostic(d.Id, d.Location.SourceSpan)));
        }

        Assert.NotEmpty(source.Expected);
        Assert.Equal(MarkedSource.Mark(source.Text, source.Expected), MarkedSource.Mark(source.Text, found.Distinct()));
    }

    [Fact]
    public void EachRule_HasASection() => Assert.All(
        Enumerable.Range(1001, 23), id => Assert.Contains(s_sections.Values, section => section.Contains($"{{|FFI{id}:")));
}
