using System.Text.Json.Serialization;
using Ffi.Headers.Digest;

namespace Ffi.Tool.Sources;

/// <summary>A library whose digest comes with the tool.</summary>
internal sealed record KnownLibrary(string Name, string Version, string Licence, IReadOnlyList<string> Headers)
{
    /// <summary>The digest without declarations.</summary>
    [JsonIgnore]
    public HeaderDigest Head { get; private init; } = new();

    /// <summary>Reads what the digest says of itself, which stands above its first empty line.</summary>
    public static KnownLibrary Of(string name)
    {
        ILookup<string, string> facts = File.ReadLines(KnownLibraries.Find(name)!)
            .TakeWhile(static line => line.Length > 0)
            .Select(static line => line.Split(' ', 2, StringSplitOptions.TrimEntries))
            .ToLookup(static fact => fact[0], static fact => fact[^1], StringComparer.Ordinal);
        return new KnownLibrary(name, facts["version"].FirstOrDefault(""), facts["licence"].FirstOrDefault(""), [.. facts["header"]])
        {
            Head = new HeaderDigest { Headers = facts["header"].ToEquatableArray(), Library = facts["library"].FirstOrDefault() },
        };
    }
}

/// <summary>All of them.</summary>
internal sealed record LibraryListing(IReadOnlyList<KnownLibrary> Libraries);
