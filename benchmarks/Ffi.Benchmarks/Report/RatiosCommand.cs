using System.Text.RegularExpressions;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Report;

/// <summary>Prints comparisons as they are, without judging them.</summary>
internal static class RatiosCommand
{
    /// <summary>Runs.</summary>
    /// <param name="pattern">Which comparisons: a pattern of <c>Group/Name</c>.</param>
    public static void Run(string pattern)
    {
        foreach (Comparison comparison in Catalogue.All.Where(comparison => Regex.IsMatch(comparison.FullName, pattern)))
        {
            Measurement measurement = Rounds.Measure(comparison);
            string first = comparison.Ways[0].Name;
            Console.WriteLine($"{comparison.FullName}, ratios to {first}");
            foreach (Way way in comparison.Ways)
            {
                Ratio ratio = measurement.RatioOf(way.Name, [first]);
                Console.WriteLine(
                    FormattableString.Invariant(
                        $"  {way.Name, -36} {measurement.NanosecondsOf(way.Name), 9:F2} ns {ratio.Median, 7:F2} × ({ratio.Lower:F2}–{ratio.Upper:F2}) {measurement.BytesOf(way.Name), 6:F0} B"
                    ));
            }
        }
    }
}
