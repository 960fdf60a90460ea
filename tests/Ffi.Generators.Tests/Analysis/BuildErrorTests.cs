using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Ffi.Generators.Analysis;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests.Analysis;

public class BuildErrorTests
{
    private const string Mistake = """
        [NativeLibrary("m")]
        static partial class M
        {
            [NativeFunction] public static partial int Take(object o);
        }
        """;

    [Fact]
    public void FunctionWithoutABody_IsExplainedToABuild()
    {
        Diagnostic error = Assert.Single(Run(Mistake, designTimeBuild: ""));

        Assert.Equal("FFI0019", error.Id);
        Assert.Equal("Test.cs", error.Location.GetLineSpan().Path);
        Assert.Equal(3, error.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains("'o' has type 'object'", error.GetMessage());
    }

    [Fact]
    public async Task Analyzer_SaysTheSame()
    {
        Diagnostic ofBuild = Assert.Single(Run(Mistake, designTimeBuild: ""));
        Diagnostic ofAnalyzer = Assert.Single(await new AnalyzerHarness(new FunctionAnalyzer()).Analyze(Mistake), static diagnostic => diagnostic.Id != "CS8795");

        Assert.Equal(ofAnalyzer.GetMessage(), ofBuild.GetMessage());
        Assert.Equal(ofAnalyzer.Location.SourceSpan, ofBuild.Location.SourceSpan);
    }

    // There the analyzer is heard, and twice would be once too often.
    [Theory, InlineData("true"), InlineData(null)]
    public void Editor_HearsTheAnalyzerAlone(string? designTimeBuild) => Assert.Empty(Run(Mistake, designTimeBuild));

    // So the compiler goes on to the analyzers.
    [Fact]
    public void FunctionThatMayGoWithoutABody_IsLeftToTheAnalyzer() => Assert.Empty(Run("""
        [NativeLibrary("m")]
        static partial class M
        {
            [NativeFunction] static partial void Take(object o);
        }
        """, designTimeBuild: ""));

    [Fact]
    public void WarningAboutAFunction_IsLeftToTheAnalyzer() => Assert.Empty(Run("""
        [NativeLibrary("m")]
        static partial class M
        {
            [NativeFunction("abs")] public static partial int A(int n);
            [NativeFunction("abs")] public static partial int B(int n);
        }
        """, designTimeBuild: ""));

    private static ImmutableArray<Diagnostic> Run(string source, string? designTimeBuild) => CSharpGeneratorDriver
        .Create(
            [new FunctionGenerator().AsSourceGenerator()],
            parseOptions: TestCompilation.ParseOptions,
            optionsProvider: new BuildProperties(designTimeBuild))
        .RunGenerators(TestCompilation.Create(source))
        .GetRunResult()
        .Diagnostics;

    private sealed class BuildProperties(string? designTimeBuild) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(designTimeBuild);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options(string? designTimeBuild) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                value = key == "build_property.DesignTimeBuild" ? designTimeBuild : null;
                return value is not null;
            }
        }
    }
}
