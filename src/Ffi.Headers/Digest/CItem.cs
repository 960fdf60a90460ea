namespace Ffi.Headers.Digest;

/// <summary>What every declaration of a header has.</summary>
/// <param name="Name">The name, as a C program writes it.</param>
public abstract record CItem(string Name)
{
    /// <summary>Where the declaration exists; <see cref="PlatformSet.All"/> if on every platform of the digest.</summary>
    public PlatformSet Platforms { get; init; } = PlatformSet.All;

    /// <summary>Where it stands; null if the digest doesn't tell.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>The comment above it, without its marks; null if there is none or the digest holds no comments.</summary>
    public string? Documentation { get; init; }

    /// <summary>What the compiler was told by attributes, such as <c>malloc</c> or <c>deprecated</c>.</summary>
    public EquatableArray<CAttribute> Attributes { get; init; }
}

/// <summary>An attribute of a declaration.</summary>
/// <param name="Name">Its name without underscores, such as <c>nonnull</c>.</param>
/// <param name="Arguments">What is in its brackets; empty if it has none.</param>
public sealed record CAttribute(string Name, string Arguments = "");
