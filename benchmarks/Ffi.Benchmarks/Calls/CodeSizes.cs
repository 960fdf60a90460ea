using System.Globalization;
using System.Text.RegularExpressions;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Calls;

/// <summary>How many bytes the JIT's code for the loop of a call has. Where times differ by a few hundredths, this shows whether the code
/// differs.</summary>
internal static partial class CodeSizes
{
    /// <summary>The group.</summary>
    public const string Group = "CodeSize";

    private static readonly string[] s_ways = ["RawPointer", "DllImport", "LibraryImport", "NativeFunction"];

    /// <summary>Compiles the loops, in processes of their own, which print what the JIT has made. A byte stands for a nanosecond.</summary>
    public static IEnumerable<Measurement> Measure() =>
        from name in (string[])["2args", "14args", "15interleaved"]
        let sizes = SizesOf(Catalogue.All.Single(comparison => comparison.FullName == $"{CallComparisons.InLoop}/{name}"))
        select new Measurement(
            new Comparison(Group, name, [.. s_ways.Select(static way => new Way(way, static _ => 0))]),
            [.. s_ways.Select(way => (double[])[sizes[way]])],
            new double[s_ways.Length]);

    private static Dictionary<string, int> SizesOf(Comparison comparison)
    {
        string file = Path.GetTempFileName();
        try
        {
            OwnProcess.Measure(comparison, ("DOTNET_JitStdOutFile", file), ("DOTNET_JitDisasmSummary", "1"));
            Dictionary<string, int> sizes = [];
            foreach (Match loop in Loop().Matches(File.ReadAllText(file)))
            {
                // The last one is the code that was measured.
                sizes[loop.Groups["way"].Value] = int.Parse(loop.Groups["bytes"].Value, CultureInfo.InvariantCulture);
            }

            return sizes;
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex(@"Loops:Run\[[\w.]+\.(?<way>\w+)Call`.* \[Tier1[^\]]*, code size=(?<bytes>\d+)")]
    private static partial Regex Loop();
}
