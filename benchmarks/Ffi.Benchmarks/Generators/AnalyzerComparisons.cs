using System.Collections.Immutable;
using System.Reflection;
using Ffi.Benchmarks.Measuring;
using Ffi.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Benchmarks.Generators;

/// <summary>What the analyzers add to the compilation of a program. The compilation is parsing, binding and emitting. Whoever runs any analyzer
/// pays for the driver that runs it, which here also binds every method once more, so what ours add is told by the difference to an idle one.</summary>
internal static class AnalyzerComparisons
{
    /// <summary>How many lines the program has.</summary>
    public const int Lines = 100_000;

    private static readonly CSharpParseOptions s_parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(FunctionGenerator).Assembly.GetTypes()
            .Where(static type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The compilation alone.</summary>
    public const string Alone = "compile";

    /// <summary>The compilation with an analyzer that does nothing.</summary>
    public const string WithIdle = "compile with an idle analyzer";

    /// <summary>The compilation with all of ours.</summary>
    public const string WithOurs = "compile with the analyzers";

    /// <summary>The comparison of a program of some size. An operation is one line of it. Takes minutes at full size, so it is no part of the
    /// catalogue.</summary>
    public static Comparison OfLines(int lines) => new(
        "Analyzers",
        FormattableString.Invariant($"{lines:N0} lines"),
        new Way(Alone, static lines => Emit(Parse(lines))),
        new Way(WithIdle, static lines => Emit(Analyze(Parse(lines), [new IdleAnalyzer()]))),
        new Way(WithOurs, static lines => Emit(Analyze(Parse(lines), s_analyzers))))
    {
        Operations = lines, Rounds = 5, WarmUps = 1, LeavesGarbage = true,
    };

    /// <summary>Which part of the compilation's time ours add.</summary>
    public static double ShareOf(Measurement measured) =>
        (measured.NanosecondsOf(WithOurs) - measured.NanosecondsOf(WithIdle)) / measured.NanosecondsOf(Alone);

    /// <summary>The program with nothing known about it yet.</summary>
    public static CSharpCompilation Parse(int lines) => Workload.Empty.AddSyntaxTrees(
        InteropProgram.OfLines(lines).AsParallel().AsOrdered().Select(static (text, index) => CSharpSyntaxTree.ParseText(text, s_parsing, $"{index}.cs")));

    private static Compilation Analyze(CSharpCompilation program, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        CompilationWithAnalyzers analyzed = program.WithAnalyzers(
            analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> found = analyzed.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return found.Any(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            ? throw new InvalidOperationException($"The program is meant to be right: {found[0]}")
            : analyzed.Compilation;
    }

    private static long Emit(Compilation program)
    {
        using var assembly = new MemoryStream();
        return program.Emit(assembly) is { Success: false } failed ? throw new InvalidOperationException(failed.Diagnostics[0].ToString()) : assembly.Length;
    }
}
