using Ffi.Benchmarks.Calls;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Report;

/// <summary>Writes what a run gave into <c>docs/inside/performance-results.md</c>, between two marks; what stands around them is written by
/// people.</summary>
internal static class PerformancePage
{
    private const string Begin = "<!-- Written by the report command, to the next mark. -->";
    private const string End = "<!-- The report command ends here. -->";

    private static readonly string s_folder = Path.Combine(Repository.Folder, "docs/inside");

    /// <summary>Where the page is.</summary>
    public static string FullPath => Path.Combine(s_folder, "performance-results.md");

    /// <summary>Writes the page and its charts.</summary>
    public static void Write(IReadOnlyList<Measurement> measurements, IReadOnlyList<Verdict> verdicts)
    {
        IReadOnlyList<BarChart> pictures = Charts.Of(measurements);

        // Before anything is written: the page names the commit, and whether the tree differs from it.
        string body = Body(measurements, verdicts, pictures);
        string charts = Path.Combine(s_folder, "performance");
        Directory.CreateDirectory(charts);
        foreach (BarChart chart in pictures)
        {
            File.WriteAllText(Path.Combine(charts, $"{chart.FileName}.svg"), chart.ToSvg());
        }

        string page = File.ReadAllText(FullPath);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        File.WriteAllText(FullPath, $"{page[..begin]}\n\n{body}\n\n{page[end..]}");
    }

    private static string Body(IReadOnlyList<Measurement> measurements, IReadOnlyList<Verdict> verdicts, IReadOnlyList<BarChart> charts) =>
        $"""
        {MachineFacts.Sentence()}

        {string.Join("\n\n", charts.Select(static chart => $"![{chart.Title}](performance/{chart.FileName}.svg)"))}

        ## Targets

        {string.Join("\n\n", (string[])[ReportTable.Markdown(verdicts), .. LeftOut])}

        ## Times

        Times are in nanoseconds, the median of the rounds. Bytes that one operation allocates are in brackets.

        {Tables(measurements.Where(static measurement => measurement.Comparison.Group != CodeSizes.Group))}

        ## Code

        What the JIT makes of the loop over a call, in bytes.

        {Tables(measurements.Where(static measurement => measurement.Comparison.Group == CodeSizes.Group))}
        """;

    private static string Tables(IEnumerable<Measurement> measurements) =>
        string.Join("\n\n", measurements.GroupBy(static measurement => measurement.Comparison.Group).Select(TimesTable.Markdown));

    // A peer that this machine lacks makes no row, and its absence must not look like a target that is met.
    private static IEnumerable<string> LeftOut => RunTimeComparisons.Note is { } note ? [note] : [];
}
