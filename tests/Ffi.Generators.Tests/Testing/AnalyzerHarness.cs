using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests.Testing;

/// <summary>Runs an analyzer over a marked snippet (<see cref="MarkedSource"/>). Every diagnostic must be marked and every mark met; the
/// compiler's errors count as diagnostics, so that a snippet that doesn't compile fails unless it says <c>{|CS8795:…|}</c>.</summary>
internal sealed class AnalyzerHarness(DiagnosticAnalyzer analyzer)
{
    /// <summary>The id that <c>[|…|]</c> stands for; the analyzer's own where it has just one.</summary>
    public string? DefaultId { get; init; } =
        analyzer.SupportedDiagnostics.Select(d => d.Id).Distinct().Take(2).ToArray() is [var only] ? only : null;

    /// <summary>Generators that run first, as in a real build.</summary>
    public IIncrementalGenerator[] Generators { get; init; } = [];

    /// <summary>Generators of others that run with them.</summary>
    public ISourceGenerator[] OtherGenerators { get; init; } = [];

    public (string Path, string Text)[] AdditionalFiles { get; init; } = [];

    /// <summary>Severities as an <c>.editorconfig</c> would set them.</summary>
    public Dictionary<string, ReportDiagnostic> Severities { get; init; } = [];

    /// <summary>What is changed in the compilation before anything runs: references, options.</summary>
    public Func<CSharpCompilation, CSharpCompilation> Change { get; init; } = static compilation => compilation;

    public static Task Verify<TAnalyzer>(string marked, string? defaultId = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var harness = new AnalyzerHarness(new TAnalyzer());
        return (defaultId is null ? harness : new(new TAnalyzer()) { DefaultId = defaultId }).Verify(marked);
    }

    /// <summary>Fails unless exactly the marked diagnostics come, and then prints the snippet with the marks that would pass.</summary>
    public async Task Verify(string marked)
    {
        MarkedSource source = MarkedSource.Parse(marked, DefaultId);
        ImmutableArray<Diagnostic> diagnostics = await Analyze(source.Text);
        ExpectedDiagnostic[] actual = [.. diagnostics.Select(d => new ExpectedDiagnostic(d.Id, d.Location.SourceSpan)).Order(BySpan)];
        ExpectedDiagnostic[] expected = [.. source.Expected.Order(BySpan)];
        if (!actual.SequenceEqual(expected))
        {
            Assert.Fail($"""
                Expected {expected.Length} diagnostics, got {actual.Length}:
                {string.Join('\n', diagnostics.Select(d => d.ToString()))}

                If that is right, paste:

                {MarkedSource.Mark(source.Text, actual)}
                """);
        }
    }

    /// <summary>The analyzer's diagnostics and the compiler's errors in the snippet, in the order of the text.</summary>
    public async Task<ImmutableArray<Diagnostic>> Analyze(params string[] sources)
    {
        Compilation compilation = Change(TestCompilation.Create(sources));
        if (Severities.Count > 0)
        {
            compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(Severities));
        }

        if (Generators.Length + OtherGenerators.Length > 0)
        {
            CSharpGeneratorDriver
                .Create([.. Generators.Select(g => g.AsSourceGenerator()), .. OtherGenerators], parseOptions: TestCompilation.ParseOptions)
                .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
        }

        var options = new AnalyzerOptions([.. AdditionalFiles.Select(f => new TextFile(f.Path, f.Text))]);
        ImmutableArray<Diagnostic> reported = await compilation
            .WithAnalyzers(
                [analyzer],
                new CompilationWithAnalyzersOptions(options, Rethrow, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
        IEnumerable<Diagnostic> errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
        return [.. reported.Where(d => !d.IsSuppressed).Concat(errors).OrderBy(d => d.Location.SourceSpan.Start)];
    }

    private static readonly Comparer<ExpectedDiagnostic> BySpan =
        Comparer<ExpectedDiagnostic>.Create((a, b) => (a.Span.Start, a.Span.End, a.Id).CompareTo((b.Span.Start, b.Span.End, b.Id)));

    private static void Rethrow(Exception exception, DiagnosticAnalyzer analyzer, Diagnostic diagnostic) =>
        throw new InvalidOperationException($"{analyzer.GetType().Name} threw: {exception}", exception);
}
