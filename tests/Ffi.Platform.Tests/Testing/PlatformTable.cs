using System.Globalization;
using System.Text.RegularExpressions;
using Ffi.Tests.Testing;

namespace Ffi.Platform.Tests.Testing;

/// <summary>The table of docs/reference/platforms.md that says what ran where. A run that it doesn't tell of, or tells of otherwise, fails.</summary>
internal static partial class PlatformTable
{
    private const string Heading = "| platform | built as | what runs | left out |";

    private static readonly string s_page = Repository.PathOf("docs/reference/platforms.md");

    /// <summary>Holds the page to a run that has passed. UPDATE_SNAPSHOTS=1 writes the row instead.</summary>
    /// <param name="printed">What the run printed, with its numbers of skipped tests.</param>
    public static void Confirm(string platform, string builtAs, string suite, string printed)
    {
        string start = $"| {platform} | {builtAs} | {suite} | ";
        string row = $"{start}{SkippedIn(printed)} |";
        List<string> lines = [.. File.ReadLines(s_page)];
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Replace(lines, start, row);
            File.WriteAllText(s_page, string.Join('\n', lines) + "\n");
        }

        Assert.Contains(row, lines);
    }

    private static void Replace(List<string> lines, string start, string row)
    {
        int at = lines.FindIndex(line => line.StartsWith(start, StringComparison.Ordinal));
        if (at >= 0)
        {
            lines[at] = row;
            return;
        }

        int end = lines.FindIndex(lines.IndexOf(Heading), static line => !line.StartsWith('|'));
        lines.Insert(end, row);
    }

    private static int SkippedIn(string printed) => Skipped().Matches(printed).Sum(static match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"Skipped: (\d+)")]
    private static partial Regex Skipped();
}
