using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Report;

/// <summary>A group's times as a table: a row a comparison, a column a way.</summary>
internal static class TimesTable
{
    /// <summary>The table with its heading.</summary>
    public static string Markdown(IGrouping<string, Measurement> group)
    {
        string[] ways = [.. group.SelectMany(static measurement => measurement.Comparison.Ways).Select(static way => way.Name).Distinct()];
        IEnumerable<string> rows = group.Select(measurement =>
            $"| {measurement.Comparison.Name} | {string.Join(" | ", ways.Select(way => Cell(measurement, way)))} |");
        return $"""
            ### {group.Key}

            | | {string.Join(" | ", ways)} |
            | --- |{string.Concat(Enumerable.Repeat(" ---: |", ways.Length))}
            {string.Join('\n', rows)}
            """;
    }

    private static string Cell(Measurement measurement, string way)
    {
        if (!measurement.Has(way))
        {
            return "";
        }

        double bytes = measurement.BytesOf(way);
        return FormattableString.Invariant($"{measurement.NanosecondsOf(way):0.0}")
            + (bytes >= 1 ? FormattableString.Invariant($" ({bytes:0})") : "");
    }
}
