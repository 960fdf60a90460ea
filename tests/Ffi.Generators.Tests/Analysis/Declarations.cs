using Ffi.Generators.Analysis;
using Ffi.Generators.Tests.Testing;

namespace Ffi.Generators.Tests.Analysis;

/// <summary>Verifies what is said about declarations, with the generator running as in a build.</summary>
internal static class Declarations
{
    /// <summary>Fails unless exactly the marked diagnostics come, the compiler's included.</summary>
    public static async Task Verify(string marked, string id = "FFI0000")
    {
        MarkedSource source = MarkedSource.Parse(marked, id);
        var harness = new AnalyzerHarness(new FunctionAnalyzer()) { Generators = [new FunctionGenerator(), new CounterpartGenerator()] };
        var diagnostics = await harness.Analyze(source.Text);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Location.SourceTree?.FilePath != TestCompilation.FileName);
        ExpectedDiagnostic[] actual =
        [
            .. diagnostics.Select(d => new ExpectedDiagnostic(d.Id, d.Location.SourceSpan)).OrderBy(d => d.Span.Start).ThenBy(d => d.Id),
        ];
        if (!actual.SequenceEqual(source.Expected.OrderBy(d => d.Span.Start).ThenBy(d => d.Id)))
        {
            Assert.Fail($"""
                Got:
                {string.Join('\n', diagnostics)}

                If that is right, paste:

                {MarkedSource.Mark(source.Text, actual)}
                """);
        }
    }

    /// <summary>The one diagnostic's text.</summary>
    public static async Task<string> Message(string source)
    {
        var harness = new AnalyzerHarness(new FunctionAnalyzer()) { Generators = [new FunctionGenerator(), new CounterpartGenerator()] };
        return Assert.Single(await harness.Analyze(source), diagnostic => diagnostic.Id.StartsWith("FFI")).GetMessage();
    }

    /// <summary>Verifies a member of a static library.</summary>
    public static Task VerifyFunction(string marked, string id = "FFI0000") => Verify($$"""
        [NativeLibrary("m")] public static unsafe partial class Lib
        {
            {{marked}}
        }
        """, id);
}
