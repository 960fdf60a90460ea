using Ffi.Generators.Analysis;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests.Analysis;

/// <summary>Analyzes in a project that allows unsafe code, or doesn't.</summary>
internal static class UnsafeCode
{
    public static async Task<string> Analyze(string source, bool allowed)
    {
        CSharpCompilation compilation = TestCompilation.Create(source).WithOptions(TestCompilation.Options.WithAllowUnsafe(allowed));
        var diagnostics = await compilation.WithAnalyzers([new FunctionAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return string.Join(
            '\n',
            diagnostics.Select(d =>
                $"{d.Id} at {d.Location.SourceTree!.ToString().Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length)}"));
    }
}
