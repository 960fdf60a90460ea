using Ffi.Tool.Sources;
using Ffi.Tool.Verifying;
using Spectre.Console;

namespace Ffi.Tool.Output;

/// <summary>What was compared, for a person.</summary>
internal static class VerifyTable
{
    public static Table Of(VerifyReport report)
    {
        Table table = SummaryTable.Create()
            .AddLine("verify", Path.GetFileName(report.Assembly), $"{Count(report.Imports, "import")}, {report.Checked} checked");
        foreach (UsedDigest digest in report.Digests)
        {
            table.AddLine(
                "with",
                digest.Version is null ? digest.Name : $"{digest.Name} {digest.Version}",
                digest.IsKnown ? "this digest comes with the tool; name the header of another version with --header" : "");
        }

        foreach (UncheckedLibrary library in report.Unchecked)
        {
            table.AddLine("without", library.Library, $"{Count(library.Imports, "import")} not checked: no digest");
        }

        return table.AddLine(
            "found",
            Count(report.Errors, "error"),
            $"{Count(report.Warnings, "warning")}" + (report.Infos > 0 ? $", {report.Infos} for information" : ""));
    }

    /// <summary>Why a comparison of nothing is no clean one.</summary>
    public static Problem NothingChecked(VerifyReport report) =>
        new(
            $"None of the {Count(report.Imports, "import")} of {report.Assembly} could be compared: there is no digest of {string.Join(", ", report.Unchecked.Select(static library => library.Library))}. "
                + $"Name one with --digest, or a header with --header. Digests come with the tool for {(KnownLibraries.Names.Count == 0 ? "no library" : string.Join(", ", KnownLibraries.Names))}."
        );

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
