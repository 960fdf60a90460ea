using System.Text.RegularExpressions;
using Ffi.Tests.Testing;

namespace Ffi.Platform.Tests.Testing;

/// <summary>The table of docs/reference/platforms.md that says what ran where. A run that it doesn't tell of, or tells of otherwise,
/// fails.</summary>
internal static partial class PlatformTable
{
    private const string Heading = "| platform | built as | what runs | left out |";

    private static readonly string s_page = Repository.PathOf("docs/reference/platforms.md");
    private static readonly Lock s_lock = new();

    /// <summary>Holds the page to a run that has passed. UPDATE_SNAPSHOTS=1 writes the row instead.</summary>
    /// <param name="printed">What the run printed, with its numbers of skipped tests.</param>
    public static void Confirm(string platform, string builtAs, string suite, string printed)
    {
        string start = $"| {platform} | {builtAs} | {suite} | ";
        string row = $"{start}{(LeavesOut(printed) ? "[some](#what-is-left-out)" : "nothing")} |";
        lock (s_lock)
        {
            Confirm(start, row);
        }
    }

    private static void Confirm(string start, string row)
    {
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
        int first = lines.IndexOf(Heading) + 2;
        int end = lines.FindIndex(first, static line => !line.StartsWith('|'));
        string[] rows =
        [
            .. lines[first..end].Where(line => !line.StartsWith(start, StringComparison.Ordinal)).Append(row).Order(StringComparer.Ordinal),
        ];
        lines.RemoveRange(first, end - first);
        lines.InsertRange(first, rows);
    }

    // How many there are changes with every test that is for one system only, and says nothing that the reasons don't.
    private static bool LeavesOut(string printed) => Skipped().IsMatch(printed);

    [GeneratedRegex("Skipped: [1-9]")]
    private static partial Regex Skipped();
}
