using System.Globalization;
using Ffi.Benchmarks.Generators;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Report;

/// <summary>Prints what the analyzers add to the compilation of a program that touches interop in one method of twenty.</summary>
internal static class AnalyzersCommand
{
    /// <summary>Runs.</summary>
    /// <param name="arguments">How many lines the program has; 100,000 if nothing is specified.</param>
    public static void Run(string[] arguments)
    {
        int lines = arguments is [string said] ? int.Parse(said, CultureInfo.InvariantCulture) : AnalyzerComparisons.Lines;
        Measurement measured = Rounds.Measure(AnalyzerComparisons.OfLines(lines));
        foreach (Way way in measured.Comparison.Ways)
        {
            Console.WriteLine(FormattableString.Invariant($"{way.Name,-32} {measured.NanosecondsOf(way.Name) * lines / 1e6,8:F0} ms"));
        }

        Console.WriteLine(
            FormattableString.Invariant(
                $"the analyzers take {AnalyzerComparisons.ShareOf(measured):P1} of the compilation's time at {lines:N0} lines"));
    }
}
