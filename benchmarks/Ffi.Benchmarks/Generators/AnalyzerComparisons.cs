using System.Collections.Immutable;
using System.Reflection;
using Ffi.Analyzers.Liveness;
using Ffi.Benchmarks.Measuring;
using Ffi.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Benchmarks.Generators;

/// <summary>What the analyzers add to the compilation of a program. The compilation is parsing, binding and emitting, on all
/// cores.</summary>
/// <remarks>The time of the analyzers is what the compiler's own driver counts for them, as in a build with <c>-p:ReportAnalyzer=true</c>,
/// on one core. Whoever runs any analyzer pays for the driver besides, which here also binds every method once more: that is what an idle
/// one costs.</remarks>
internal static class AnalyzerComparisons
{
    /// <summary>How many lines the program has.</summary>
    public const int Lines = 100_000;

    private static readonly CSharpParseOptions s_parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(FunctionGenerator).Assembly.GetTypes().Concat(typeof(LivenessAnalyzer).Assembly.GetTypes())
            .Where(static type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The compilation alone.</summary>
    public const string Alone = "compile";

    /// <summary>The compilation with an analyzer that does nothing.</summary>
    public const string WithIdle = "compile with an idle analyzer";

    /// <summary>The compilation with all of ours.</summary>
    public const string WithOurs = "compile with the analyzers";

    /// <summary>The analyzers' own time.</summary>
    public const string Analyzers = "analyzers";

    /// <summary>A fifth of the program, for which a report has time.</summary>
    public static Comparison InReport => Of(Lines / 5, CompilationAlone, OursCounted());

    /// <summary>The comparison of a program of some size, with the driver's costs. An operation is one line of it. Takes minutes at full
    /// size.</summary>
    public static Comparison OfLines(int lines) => Of(
        lines,
        CompilationAlone,
        new Way(WithIdle, static lines => Emit(Analyze(Parse(lines), [new IdleAnalyzer()], isConcurrent: true).Compilation)),
        new Way(WithOurs, static lines => Emit(Analyze(Parse(lines), s_analyzers, isConcurrent: true).Compilation)),
        OursCounted());

    /// <summary>Which part of the compilation's time ours take.</summary>
    public static double ShareOf(Measurement measured) => measured.RatioOf(Analyzers, [Alone]).Median;

    private static Way CompilationAlone => new(Alone, static lines => Emit(Parse(lines)));

    private static Comparison Of(int lines, params IReadOnlyList<Way> ways) =>
        new("Analyzers", FormattableString.Invariant($"{lines:N0} lines"), ways)
        {
            Operations = lines,
            Rounds = 5,
            WarmUps = 1,
            LeavesGarbage = true,
        };

    private static Way OursCounted()
    {
        TimeSpan spent = default;
        return new(Analyzers, lines =>
        {
            AnalysisResult result = Analyze(Parse(lines), s_analyzers, isConcurrent: false).Result;
            spent = result.AnalyzerTelemetryInfo.Values.Aggregate(TimeSpan.Zero, static (sum, analyzer) => sum + analyzer.ExecutionTime);
            return spent.Ticks;
        })
        {
            Counted = () => spent,
        };
    }

    /// <summary>The program with nothing known about it yet.</summary>
    public static CSharpCompilation Parse(int lines) =>
        Workload.Empty.AddSyntaxTrees(
            InteropProgram
                .OfLines(lines)
                .AsParallel()
                .AsOrdered()
                .Select(static (text, index) => CSharpSyntaxTree.ParseText(text, s_parsing, $"{index}.cs")));

    private static (AnalysisResult Result, Compilation Compilation) Analyze(
        CSharpCompilation program, ImmutableArray<DiagnosticAnalyzer> analyzers, bool isConcurrent)
    {
        CompilationWithAnalyzers analyzed = program.WithAnalyzers(
            analyzers,
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]),
                onAnalyzerException: null,
                isConcurrent,
                logAnalyzerExecutionTime: true));
        AnalysisResult result = analyzed.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        return
            result.GetAllDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning) is { } found
            ? throw new InvalidOperationException($"The program is meant to be right: {found}")
            : (result, analyzed.Compilation);
    }

    private static long Emit(Compilation program)
    {
        using var assembly = new MemoryStream();
        return program.Emit(assembly) is { Success: false } failed
            ? throw new InvalidOperationException(failed.Diagnostics[0].ToString())
            : assembly.Length;
    }
}
