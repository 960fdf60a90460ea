using System.Collections.Immutable;

namespace Ffi.Templates;

/// <summary>Compares arrays by what they hold.</summary>
internal sealed class SequenceComparer : IEqualityComparer<ImmutableArray<string>>
{
    public static SequenceComparer Instance { get; } = new();

    public bool Equals(ImmutableArray<string> one, ImmutableArray<string> other) => one.SequenceEqual(other);

    public int GetHashCode(ImmutableArray<string> array) => array.Length;
}
