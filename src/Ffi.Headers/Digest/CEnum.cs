using System.Numerics;

namespace Ffi.Headers.Digest;

/// <summary>An enum.</summary>
/// <param name="Name">The typedef's or tag's name; empty if it has none, then it only names numbers.</param>
/// <param name="Type">The whole number that the compiler takes for it.</param>
/// <param name="Members">Its members, in order.</param>
public sealed record CEnum(string Name, PerPlatform<CType> Type, EquatableArray<CEnumMember> Members) : CItem(Name);

/// <summary>A member of an enum.</summary>
/// <param name="Name">Its name, which C programs write without the enum's.</param>
/// <param name="Value">Its value.</param>
public sealed record CEnumMember(string Name, PerPlatform<BigInteger> Value)
{
    /// <summary>Where the member exists.</summary>
    public PlatformSet Platforms { get; init; } = PlatformSet.All;

    /// <summary>The comment at it; null if there is none or the digest holds no comments.</summary>
    public string? Documentation { get; init; }
}
