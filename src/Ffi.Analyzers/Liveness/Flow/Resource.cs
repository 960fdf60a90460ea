using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Flow;

/// <summary>One thing with a lifetime, identified by the place in the source that makes it. What is known of it is its
/// <see cref="Standing"/>.</summary>
/// <param name="IsEarlier">Whether it is the one that an earlier turn of a loop made there.</param>
internal sealed record Resource(ResourceKind Kind, SyntaxNode Site, bool IsEarlier = false)
{
    /// <summary>The one that the latest turn made.</summary>
    public Resource Latest => IsEarlier ? this with { IsEarlier = false } : this;

    /// <summary>The one that an earlier turn made.</summary>
    public Resource Earlier => IsEarlier ? this : this with { IsEarlier = true };
}
