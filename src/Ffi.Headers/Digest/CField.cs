namespace Ffi.Headers.Digest;

/// <summary>A field of a struct or union.</summary>
/// <param name="Name">Its name; empty for an unnamed struct or union whose fields count as the outer one's.</param>
/// <param name="Type">Its type.</param>
/// <param name="BitOffset">Where it begins, in bits from the record's start.</param>
public sealed record CField(string Name, PerPlatform<CType> Type, PerPlatform<long> BitOffset)
{
    /// <summary>How many bits it has, if it is a bitfield.</summary>
    public int? BitWidth { get; init; }

    /// <summary>Where the field exists.</summary>
    public PlatformSet Platforms { get; init; } = PlatformSet.All;

    /// <summary>The comment at it; null if there is none or the digest holds no comments.</summary>
    public string? Documentation { get; init; }

    /// <summary>What the compiler was told of it by attributes, such as <c>counted_by</c>.</summary>
    public EquatableArray<CAttribute> Attributes { get; init; }

    /// <summary>Whether it is a bitfield.</summary>
    public bool IsBitfield => BitWidth is not null;

    /// <summary>Where it begins on a platform, in bytes; of a bitfield, the byte that contains its first bit.</summary>
    public long OffsetOn(Platform platform) => BitOffset.On(platform) / 8;
}
