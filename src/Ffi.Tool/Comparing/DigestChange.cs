using System.Text.Json.Serialization;
using Ffi.Headers.Digest;

namespace Ffi.Tool.Comparing;

/// <summary>What a newer header says otherwise.</summary>
/// <param name="Impact">What it means for declarations that were made for the older one.</param>
/// <param name="Kind">The kind of declaration, as people say it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Details">What changed, each in a clause.</param>
internal sealed record DigestChange(
    [property: JsonConverter(typeof(ImpactConverter))] ChangeImpact Impact,
    string Kind,
    string Name,
    IReadOnlyList<string> Details)
{
    /// <summary>Where the newer header has it, or else the older; null if the digests don't tell.</summary>
    public string? Header { get; init; }

    /// <summary>The line there, from 1; 0 if there is none.</summary>
    public int Line { get; init; }

    /// <summary>On which platforms it is so; null for all.</summary>
    public string? Platforms { get; init; }

    /// <summary>The functions that take or return it, if it is a type.</summary>
    public IReadOnlyList<string> UsedBy { get; init; } = [];

    /// <summary>The declarations of an assembly that rely on it.</summary>
    public IReadOnlyList<string> DeclaredBy { get; init; } = [];

    /// <summary>The change as MSBuild writes it.</summary>
    public override string ToString()
    {
        string severity = Impact == ChangeImpact.Breaks ? "error" : "info";
        string platforms = Platforms is null ? "" : $" [{Platforms}]";
        return $"{Output.MessageLine.Place(Header, Line)}{severity}: {Kind} {Name}: {string.Join("; ", Details)}{platforms}{UsersText(UsedBy, "used by")}{UsersText(DeclaredBy, "declared as")}";
    }

    private static string UsersText(IReadOnlyList<string> users, string how)
    {
        const int most = 4;
        string more = users.Count > most ? $" and {users.Count - most} more" : "";
        return users.Count == 0 ? "" : $" ({how} {string.Join(", ", users.Take(most))}{more})";
    }

    internal static DigestChange At(ChangeImpact impact, string kind, string name, IReadOnlyList<string> details, SourceLocation? place) =>
        new(impact, kind, name, details) { Header = place?.File, Line = place?.Line ?? 0 };
}

/// <summary>What a change means for declarations that were made for the older header.</summary>
internal enum ChangeImpact
{
    /// <summary>They stay right, and say the same.</summary>
    None,

    /// <summary>They stay right, and the header writes it otherwise.</summary>
    Notes,

    /// <summary>There is something new to declare.</summary>
    Adds,

    /// <summary>They are wrong now.</summary>
    Breaks,
}

/// <summary>Impacts in lower case.</summary>
internal sealed class ImpactConverter() : JsonStringEnumConverter<ChangeImpact>(System.Text.Json.JsonNamingPolicy.CamelCase);
