using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Tests.Testing;

/// <summary>Runs a generator, <see cref="FunctionGenerator"/> where none is named, over a compilation, and over later versions of it as an
/// editor would.</summary>
internal sealed class GeneratorRun(IIncrementalGenerator? generator = null, params (string Name, string Value)[] properties)
{
    private GeneratorDriver _driver = CSharpGeneratorDriver.Create(
        [(generator ?? new FunctionGenerator()).AsSourceGenerator()],
        parseOptions: TestCompilation.ParseOptions,
        optionsProvider: BuildHarness.OptionsOf(properties),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>What became of the last compilation, generated files included.</summary>
    public Compilation Output { get; private set; } = null!;

    public GeneratorRunResult Result { get; private set; }

    public static GeneratorRun Of(params string[] sources) => new GeneratorRun().Update(TestCompilation.Create(sources));

    public GeneratorRun Update(Compilation compilation)
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        Output = output;
        Result = _driver.GetRunResult().Results.Single();
        return this;
    }

    /// <summary>The generated files, one after the other.</summary>
    public string Text => string.Join('\n', Result.GeneratedSources.Select(source => source.SourceText.ToString()));

    /// <summary>What the compiler says about the generated files.</summary>
    public ImmutableArray<Diagnostic> GeneratedDiagnostics =>
        [
            .. Output
                .GetDiagnostics()
                .Where(diagnostic =>
                    diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs") == true && diagnostic.Severity >= DiagnosticSeverity.Warning
                ),
        ];
}
