using System.Globalization;
using System.Security;
using System.Text;

namespace Ffi.Benchmarks.Report;

/// <summary>Horizontal bars in groups, as an SVG that reads on a light page and on a dark one.</summary>
/// <param name="FileName">Without folder and ending.</param>
/// <param name="Title">Over the chart, with the unit.</param>
/// <param name="Groups">The groups of bars, each with a heading.</param>
internal sealed record BarChart(string FileName, string Title, IReadOnlyList<BarGroup> Groups)
{
    private const int Width = 760;
    private const int LabelWidth = 230;
    private const int BarHeight = 16;
    private const int BarPitch = 21;
    private const int GroupGap = 30;

    /// <summary>The picture.</summary>
    public string ToSvg()
    {
        double most = Groups.SelectMany(static group => group.Bars).Max(static bar => bar.Value);
        double scale = (Width - LabelWidth - 90) / most;
        StringBuilder shapes = new();
        int y = 48;
        foreach (BarGroup group in Groups)
        {
            if (group.Heading.Length > 0)
            {
                shapes.Append(Invariant($"  <text x=\"{LabelWidth}\" y=\"{y + 10}\" class=\"heading\">{Escape(group.Heading)}</text>\n"));
                y += 18;
            }

            foreach (Bar bar in group.Bars)
            {
                double width = Math.Max(1, bar.Value * scale);
                shapes.Append(Invariant($"  <text x=\"{LabelWidth - 8}\" y=\"{y + 12}\" text-anchor=\"end\">{Escape(bar.Label)}</text>\n"));
                shapes.Append(
                    Invariant(
                        $"  <rect x=\"{LabelWidth}\" y=\"{y}\" width=\"{width:0.#}\" height=\"{BarHeight}\" rx=\"2\" class=\"{(bar.IsOurs ? "ours" : "theirs")}\"/>\n"
                    ));
                shapes.Append(
                    Invariant($"  <text x=\"{LabelWidth + width + 6:0.#}\" y=\"{y + 12}\" class=\"value\">{bar.Value:0.0}</text>\n"));
                y += BarPitch;
            }

            y += GroupGap - BarPitch + 8;
        }

        return Invariant($$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{Width}} {{y}}" width="{{Width}}" height="{{y}}" font-family="system-ui, sans-serif" font-size="13">
              <style>
                text { fill: #24292f } .title { font-size: 16px; font-weight: 600 } .heading { font-weight: 600; fill: #57606a } .value { fill: #57606a }
                .ours { fill: #0f766e } .theirs { fill: #94a3b8 }
                @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .heading, .value { fill: #9da7b1 } .ours { fill: #2dd4bf } .theirs { fill: #64748b } }
              </style>
              <title>{{Escape(Title)}}</title>
              <text x="16" y="28" class="title">{{Escape(Title)}}</text>
            {{shapes}}</svg>

            """);
    }

    private static string Escape(string text) => SecurityElement.Escape(text);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Bars that belong together.</summary>
internal sealed record BarGroup(string Heading, IReadOnlyList<Bar> Bars);

/// <summary>One bar.</summary>
internal sealed record Bar(string Label, double Value, bool IsOurs);
