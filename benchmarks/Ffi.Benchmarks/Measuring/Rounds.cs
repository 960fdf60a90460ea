using System.Diagnostics;
using System.Runtime;

namespace Ffi.Benchmarks.Measuring;

/// <summary>Measures a comparison by turns: in each round every way runs once, so that all of them meet the same noise.</summary>
internal static class Rounds
{
    private const int Few = 50;
    private const int Phases = 4;
    private const int MostPhases = 16;

    /// <summary>Measures. Takes about a second.</summary>
    public static Measurement Measure(Comparison comparison)
    {
        Func<int, long>[] loops = [.. comparison.Ways.Select(static way => way.Loop)];
        Warm(loops, comparison);
        double[][] times = [.. loops.Select(_ => new double[comparison.Rounds])];
        for (int round = 0; round < comparison.Rounds; round++)
        {
            for (int way = 0; way < loops.Length; way++)
            {
                if (comparison.LeavesGarbage)
                {
                    GC.Collect();
                    GC.WaitForPendingFinalizers();
                }

                long start = Stopwatch.GetTimestamp();
                loops[way](comparison.Operations);
                TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
                times[way][round] = (comparison.Ways[way].Counted?.Invoke() ?? elapsed).TotalNanoseconds / comparison.Operations;
            }
        }

        return new Measurement(comparison, times, [.. loops.Select(loop => AllocatedBy(loop, comparison.Operations))]);
    }

    // Tiered compilation counts calls, waits 100 ms for a pause, compiles with counters, and compiles again with what they say. Short loops
    // let the methods in them go through that by themselves, as they would in a program; a long one would be replaced while it runs. On a
    // busy machine it takes longer: it is done when a phase has compiled nothing. A compiler as a workload is never done, and warms up once
    // only.
    private static void Warm(Func<int, long>[] loops, Comparison comparison)
    {
        int most = comparison.WarmUps > 1 ? MostPhases : Phases;
        long compiled = -1;
        for (int phase = 0; phase < Phases || (phase < most && compiled != JitInfo.GetCompiledMethodCount()); phase++)
        {
            compiled = JitInfo.GetCompiledMethodCount();
            int count = phase < Phases - 1 ? Math.Min(Few, comparison.Operations) : comparison.Operations;
            foreach (Func<int, long> loop in loops)
            {
                for (int i = 0; i < comparison.WarmUps; i++)
                {
                    loop(count);
                }
            }

            Thread.Sleep(160);
        }
    }

    private static double AllocatedBy(Func<int, long> loop, int operations)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        loop(operations);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)operations;
    }
}
