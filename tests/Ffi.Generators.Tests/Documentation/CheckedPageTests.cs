using System.Globalization;
using System.Text.RegularExpressions;
using Ffi.Generators.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Generators.Tests.Documentation;

/// <summary>docs/guides/checked.md tells of each rule about lifetimes and headers whether checked mode finds its mistake, and a test shows
/// what it is said to find.</summary>
public partial class CheckedPageTests
{
    // Which test of tests/Ffi.Tests.Checked makes the mistake.
    private static readonly Dictionary<string, string> s_tests = new()
    {
        ["FFI3002"] = "a length of 4 bytes",
        ["FFI3004"] = "ANumberThatIsWiderInC_IsReported",
        ["FFI3006"] = "a struct without its last fields",
        ["FFI3008"] = "ABooleanThatIsWiderInC_IsReported",
        ["FFI1004"] = "a target that the device keeps",
        ["FFI1022"] = "read-outside",
        ["FFI1020"] = "AString_IsReportedAndKept",
    };

    private static readonly string[][] s_rows = [.. File.ReadAllText(Repository.PathOf("docs/guides/checked.md")).ReplaceLineEndings("\n")
        .Split("### Which diagnostics' mistakes are found")[1].Split("\n## ")[0].Split('\n')
        .Where(static line => line.StartsWith('|') && line.Contains("FFI", StringComparison.Ordinal))
        .Select(static line => line.Split('|')[1..])];

    [Fact]
    public void EachRuleOfLifetimesAndHeaders_HasARow() => Assert.Equal(
        Extensions.MakeAnalyzers()
            .SelectMany(static analyzer => analyzer.SupportedDiagnostics)
            .Select(static descriptor => descriptor.Id)
            .Distinct()
            .Where(static id => id.StartsWith("FFI1", StringComparison.Ordinal) || id.StartsWith("FFI3", StringComparison.Ordinal))
            .Order(),
        s_rows.SelectMany(static row => IdsIn(row[0])).Order());

    [Fact]
    public void WhatIsFound_IsWhatATestShows()
    {
        string folder = Repository.PathOf("tests/Ffi.Tests.Checked/Faults");
        string tests = string.Concat(Directory.EnumerateFiles(folder, "*.cs").Select(File.ReadAllText));

        Assert.Equal(
            s_tests.Keys.Order(),
            s_rows.Where(static row => IsFound(row[1])).SelectMany(static row => IdsIn(row[0])).Order());
        Assert.All(s_tests.Values, test => Assert.Contains(test, tests));
    }

    private static bool IsFound(string cell) =>
        cell.Contains("FFI9", StringComparison.Ordinal) || cell.Contains("guard", StringComparison.Ordinal);

    private static IEnumerable<string> IdsIn(string cell)
    {
        foreach (Match match in Ids().Matches(cell))
        {
            int first = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            int last = match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : first;
            for (int id = first; id <= last; id++)
            {
                yield return $"FFI{id}";
            }
        }
    }

    [GeneratedRegex(@"\bFFI(\d{4})\b(?!\.md)(?: to FFI(\d{4}))?")]
    private static partial Regex Ids();
}
