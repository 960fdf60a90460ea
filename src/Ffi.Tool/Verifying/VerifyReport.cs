using System.Text.Json.Serialization;
using Ffi.Headers.Checking;

namespace Ffi.Tool.Verifying;

/// <summary>What was compared, and what differs.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Imports">How many native functions it declares.</param>
/// <param name="Checked">How many of them were compared.</param>
/// <param name="Digests">With what.</param>
/// <param name="Unchecked">The libraries of which no digest speaks.</param>
/// <param name="Findings">What differs, by place.</param>
internal sealed record VerifyReport(
    string Assembly,
    int Imports,
    int Checked,
    IReadOnlyList<UsedDigest> Digests,
    IReadOnlyList<UncheckedLibrary> Unchecked,
    IReadOnlyList<PlacedFinding> Findings)
{
    public int Errors => Count(FindingSeverity.Error);

    public int Warnings => Count(FindingSeverity.Warning);

    public int Infos => Count(FindingSeverity.Info);

    private int Count(FindingSeverity severity) => Findings.Count(finding => finding.Severity == severity);
}

/// <summary>A digest that declarations were compared with.</summary>
internal sealed record UsedDigest(string Name, string? Version, bool IsKnown);

/// <summary>A library whose functions were not compared.</summary>
internal sealed record UncheckedLibrary(string Library, int Imports);

/// <summary>A finding with its place in the sources.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Severity">How it breaks.</param>
/// <param name="Message">Both sides, with the header's line.</param>
/// <param name="File">The source file; the assembly's if there is no better.</param>
/// <param name="Line">The line, from 1; 0 if it isn't known.</param>
/// <param name="Column">The column, from 1; 0 if it isn't known.</param>
/// <param name="Member">The declaration: type, member and parameter.</param>
/// <param name="Symbol">What it is about in C.</param>
/// <param name="Header">Where the header says it.</param>
/// <param name="Platforms">On which platforms it is so.</param>
internal sealed record PlacedFinding(
    string Id,
    [property: JsonConverter(typeof(SeverityConverter))] FindingSeverity Severity,
    string Message,
    string File,
    int Line,
    int Column,
    string Member,
    string Symbol,
    string? Header,
    IReadOnlyList<string> Platforms)
{
    /// <summary>The finding as MSBuild writes it.</summary>
    public override string ToString()
    {
        string member = Line == 0 && Member.Length > 0 ? Member + ": " : "";
        return $"{Output.MessageLine.Place(File, Line, Column)}{Severity.ToString().ToLowerInvariant()} {Id}: {member}{Message}";
    }
}

/// <summary>Severities in lower case.</summary>
internal sealed class SeverityConverter() : JsonStringEnumConverter<FindingSeverity>(System.Text.Json.JsonNamingPolicy.CamelCase);
