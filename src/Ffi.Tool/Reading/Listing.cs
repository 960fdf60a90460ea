using Ffi.Headers.Digest;

namespace Ffi.Tool.Reading;

/// <summary>What a digest has, by header.</summary>
internal sealed record Listing(IReadOnlyList<ListedHeader> Headers)
{
    /// <summary>The declarations of a digest whose kind and name are wanted.</summary>
    public static Listing Of(HeaderDigest digest, NamePattern names, ItemKind? kind) => new(
    [
        .. ItemKinds.AllOf(digest)
            .Where(item => item.Name.Length > 0 && names.Matches(item.Name) && (kind is null || kind == ItemKinds.KindOf(item)))
            .GroupBy(static item => item.Location?.File ?? "")
            .Select(group => new ListedHeader(group.Key, [.. group.Select(item => ListedItem.Of(item, digest.Platforms))])),
    ]);
}

/// <summary>The declarations of one header; its name is empty if the digest doesn't tell.</summary>
internal sealed record ListedHeader(string Header, IReadOnlyList<ListedItem> Items);

/// <summary>One declaration.</summary>
internal sealed record ListedItem(string Kind, string Name, int Line, string Declaration, string? Platforms)
{
    public static ListedItem Of(CItem item, PlatformSet platforms) => new(
        ItemKinds.NameOf(ItemKinds.KindOf(item)),
        item.Name,
        item.Location?.Line ?? 0,
        ItemText.FirstLineOf(item, platforms),
        item.Platforms == PlatformSet.All ? null : item.Platforms.ToString(platforms));
}
