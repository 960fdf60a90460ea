using System.Diagnostics;

namespace Ffi.Benchmarks;

/// <summary>The ratios between the ways of calling, in one run of a few seconds: rounds take turns, and medians are compared.</summary>
internal static class CallRatios
{
    private const int Rounds = 201;
    private const int CallsARound = 10_000;

    /// <summary>Prints a line a way.</summary>
    /// <returns>0 where every ratio meets its target, else 1.</returns>
    public static int Print()
    {
        CallBenchmarks calls = new();
        (string Name, Func<long> Loop)[] ways =
        [
            ("raw delegate* unmanaged", calls.RawPointer),
            ("DllImport", calls.DllImport),
            ("LibraryImport", calls.LibraryImport),
            ("NativeFunction, static", calls.NativeFunction),
            ("NativeFunction, instance", calls.NativeFunctionOfAnInstance),
            ("GetFunction<T>, typed", calls.GetFunction),
            ("GetFunction<T>, dynamic", calls.DynamicFunction),
            ("Marshal delegate", calls.MarshalDelegate),
            ("NativeCall.Invoke", calls.NativeCallInvoke),
            ("Delegate.DynamicInvoke", calls.DynamicInvoke),
        ];
        double[] medians = Measure([.. ways.Select(static way => way.Loop)]);
        for (int way = 0; way < ways.Length; way++)
        {
            Console.WriteLine($"{ways[way].Name,-26} {medians[way],8:F2} ns  {medians[way] / medians[0],7:F2} x raw");
        }

        bool[] verdicts =
        [
            Check("NativeFunction / raw", medians[3] / medians[0], most: 1.10),
            Check("Marshal delegate / GetFunction", medians[7] / medians[5], least: 8),
            Check("DynamicInvoke / NativeCall", medians[9] / medians[8], least: 8),
        ];
        return verdicts.All(static met => met) ? 0 : 1;
    }

    private static double[] Measure(Func<long>[] loops)
    {
        double[][] times = [.. loops.Select(static _ => new double[Rounds])];
        Warm(loops);
        for (int round = 0; round < Rounds; round++)
        {
            for (int loop = 0; loop < loops.Length; loop++)
            {
                long start = Stopwatch.GetTimestamp();
                loops[loop]();
                times[loop][round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / CallsARound;
            }
        }

        return [.. times.Select(static row => row.Order().ElementAt(Rounds / 2))];
    }

    // Until tiered compilation has nothing left to do: its background thread waits 100 ms for a pause.
    private static void Warm(Func<long>[] loops)
    {
        for (int i = 0; i < 5; i++)
        {
            foreach (Func<long> loop in loops)
            {
                for (int j = 0; j < 40; j++)
                {
                    loop();
                }
            }

            Thread.Sleep(200);
        }
    }

    private static bool Check(string what, double ratio, double least = 0, double most = double.MaxValue)
    {
        bool isMet = ratio >= least && ratio <= most;
        string target = least > 0 ? $"at least {least:F2}" : $"at most {most:F2}";
        Console.WriteLine($"{(isMet ? "met   " : "missed")} {what}: {ratio:F2}, {target}");
        return isMet;
    }
}
