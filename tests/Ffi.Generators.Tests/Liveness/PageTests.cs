using System.Text.RegularExpressions;
using Ffi.Analyzers.Liveness;
using Ffi.Analyzers.Advice;
using Ffi.Analyzers.Liveness.Rules;
using Ffi.Generators.Tests.Testing;
using Ffi.Tests.Testing;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests.Liveness;

/// <summary>The bad example of each page is reported as that and nothing else, and the fixed one as nothing.</summary>
public partial class PageTests
{
    public static TheoryData<string> Ids => [.. Enumerable.Range(1001, 23).Concat(Enumerable.Range(2001, 6)).Select(id => $"FFI{id}")];

    [Theory, MemberData(nameof(Ids))]
    public async Task Examples_AreRight(string id)
    {
        string page = await File.ReadAllTextAsync(Repository.PathOf($"docs/diagnostics/{id}.md"));
        MatchCollection examples = Example().Matches(page.ReplaceLineEndings("\n"));

        Assert.Equal([id], await Analyze(id, examples[0].Groups[1].Value));
        Assert.Empty(await Analyze(id, examples[1].Groups[1].Value));
    }

    private static async Task<string[]> Analyze(string id, string example)
    {
        DiagnosticAnalyzer analyzer = id switch
        {
            "FFI2001" or "FFI2006" => new ImportAdviceAnalyzer(),
            "FFI1011" => new SuppressedTransitionAnalyzer(),
            "FFI1012" or "FFI1013" => new UnmanagedCallersOnlyAnalyzer(),
            _ => new LivenessAnalyzer(),
        };
        // What is fixed with our own attributes needs our own generator.
        return
        [
            .. (await new AnalyzerHarness(analyzer) { Generators = [new FunctionGenerator(), new CounterpartGenerator()] }.Analyze(example))
                .Select(d => d.Id)
                .Distinct(),
        ];
    }

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
