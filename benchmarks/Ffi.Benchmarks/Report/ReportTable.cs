using System.Globalization;

namespace Ffi.Benchmarks.Report;

/// <summary>Verdicts as text.</summary>
internal static class ReportTable
{
    /// <summary>One line for a console.</summary>
    public static string Line(Verdict verdict) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{verdict.Word, -12} {verdict.Target.Way} / {string.Join(", ", verdict.Target.Against)}: {Measured(verdict)}, target {Asked(verdict.Target)}"
        );

    /// <summary>The rows of a Markdown table, one a verdict.</summary>
    public static string Markdown(IEnumerable<Verdict> verdicts) => string.Join('\n', [
        "| work | of | way | against | target | measured | half of the rounds | verdict |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        .. verdicts.Select(Row),
    ]);

    private static string Row(Verdict verdict) =>
        $"| {verdict.Target.Work} | {verdict.Measurement.Comparison.Name} | {verdict.Target.Way} | {string.Join(", ", verdict.Target.Against)} "
        + $"| {Asked(verdict.Target)} | {Measured(verdict)} | {Spread(verdict)} | {verdict.Word}{AtFloor(verdict)} |";

    private static string Asked(Target target) => target.TimesFaster > 0
        ? Invariant($"≥ {target.TimesFaster:0.##} times faster")
        : Invariant($"≤ {target.AtMost:0.00} ×");

    private static string Measured(Verdict verdict) => verdict.Target.TimesFaster > 0
        ? Invariant($"{1 / verdict.Ratio.Median:0.0} times faster")
        : Invariant($"{verdict.Ratio.Median:0.00} ×");

    private static string Spread(Verdict verdict) => verdict.Target.TimesFaster > 0
        ? Invariant($"{1 / verdict.Ratio.Upper:0.0}–{1 / verdict.Ratio.Lower:0.0}")
        : Invariant($"{verdict.Ratio.Lower:0.00}–{verdict.Ratio.Upper:0.00}");

    private static string AtFloor(Verdict verdict) => verdict is { IsMet: false, IsAtFloor: true, ToFloor: { } ratio }
        ? Invariant($": {ratio.Median:0.00} × {string.Join(", ", verdict.Target.Floor!.Against)}")
        : "";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
