using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Ffi.Generators.Tests.Interception;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests.Testing;

/// <summary>Compiles as the command-line compiler does: generators, then declarations, and only where these are without an error, bodies
/// and analyzers.</summary>
/// <param name="properties">What the project says, by its names in MSBuild.</param>
internal sealed class BuildHarness(params (string Name, string Value)[] properties)
{
    public static readonly DiagnosticAnalyzer[] Analyzers = [.. Extensions.MakeAnalyzers()];

    private static readonly ISourceGenerator[] s_generators =
    [
        .. Extensions.MakeGenerators().Select(static generator => generator.AsSourceGenerator()),
        .. SdkGenerators.LibraryImport,
    ];

    private readonly Dictionary<string, string> _properties = new(
        properties
            .Prepend(("DesignTimeBuild", ""))
            .GroupBy(static p => p.Item1)
            .Select(static p => KeyValuePair.Create(p.Key, p.Last().Item2)));

    /// <summary>Whether the compiler is told to run no analyzer.</summary>
    public bool SkipsAnalyzers { get; init; }

    /// <summary>Errors and warnings, the generators' and those in generated files included.</summary>
    public async Task<ImmutableArray<Diagnostic>> Build(Compilation compilation)
    {
        CSharpGeneratorDriver
            .Create(
                s_generators,
                parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
                optionsProvider: new Options(_properties))
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> generated);
        ImmutableArray<Diagnostic> declared = output.GetDeclarationDiagnostics();
        ImmutableArray<Diagnostic> rest = declared.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? declared
            : SkipsAnalyzers ? output.GetDiagnostics()
            : await output.WithAnalyzers([.. Analyzers], new AnalyzerOptions([])).GetAllDiagnosticsAsync();
        return
        [
            .. generated
                .Concat(rest)
                .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed),
        ];
    }

    /// <summary>The same for a source in its own file.</summary>
    public Task<ImmutableArray<Diagnostic>> Build(string source) => Build(CallSites.Compile(source, CallSites.Intercepting));

    /// <summary>What a project says, for a generator or an analyzer.</summary>
    public static AnalyzerConfigOptionsProvider OptionsOf(params (string Name, string Value)[] properties) =>
        new Options(properties.ToDictionary(static p => p.Name, static p => p.Value));

    private sealed class Options(Dictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(Dictionary<string, string> properties) : AnalyzerConfigOptions
        {
            private const string Prefix = "build_property.";

            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                value = key.StartsWith(Prefix, StringComparison.Ordinal) ? properties.GetValueOrDefault(key[Prefix.Length..]) : null;
                return value is not null;
            }
        }
    }
}
