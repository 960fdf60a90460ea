using System.Collections.Immutable;
using Ffi.Generators.Analysis;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests.Interception;

/// <summary>Compiles snippets in which functions are bound at run time, as a project that references the package does.</summary>
internal static class CallSites
{
    public static CSharpParseOptions Intercepting { get; } =
        TestCompilation.ParseOptions.WithFeatures([KeyValuePair.Create("InterceptorsNamespaces", "Other;Ffi.Generated")]);

    public static CSharpCompilation Compile(string source, CSharpParseOptions options)
    {
        CSharpCompilation compilation = TestCompilation.Create(source);
        return compilation
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), options, tree.FilePath)));
    }

    /// <summary>The compilation with what the generators add to it, which must compile.</summary>
    public static (Compilation Compilation, GeneratorDriverRunResult Result) Generate(string source)
    {
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create(
                [
                    new DelegateGenerator().AsSourceGenerator(),
                    new CallbackGenerator().AsSourceGenerator(),
                    new CounterpartGenerator().AsSourceGenerator(),
                ],
                parseOptions: Intercepting)
            .RunGeneratorsAndUpdateCompilation(Compile(source, Intercepting), out Compilation output, out _);
        Assert.Empty(
            output
                .GetDiagnostics()
                .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1701"));
        return (output, driver.GetRunResult());
    }

    /// <summary>What the analyzer says of a marked snippet.</summary>
    /// <param name="marked">The snippet.</param>
    /// <param name="options">Whether calls are intercepted.</param>
    /// <param name="id">What is reported at the marks, and nowhere else.</param>
    /// <param name="alsoReported">What may be reported beside it.</param>
    public static async Task Verify(string marked, CSharpParseOptions options, string id, string? alsoReported = null)
    {
        MarkedSource source = MarkedSource.Parse(marked, id);
        ImmutableArray<Diagnostic> diagnostics = await Compile(source.Text, options)
            .WithAnalyzers([new CallSiteAnalyzer()])
            .GetAnalyzerDiagnosticsAsync();
        Assert.Equal(source.Expected.Select(static e => (e.Id, e.Span)), diagnostics
            .Where(diagnostic => diagnostic.Id != alsoReported)
            .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(static d => (d.Id, d.Location.SourceSpan)));
    }
}
