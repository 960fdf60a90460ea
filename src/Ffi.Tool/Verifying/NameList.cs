using System.Collections;

namespace Ffi.Tool.Verifying;

/// <summary>Names that are equal to others by their text, so that findings which say the same are one.</summary>
internal sealed class NameList(IEnumerable<string> names) : IReadOnlyList<string>
{
    private readonly string[] _names = [.. names];

    public int Count => _names.Length;

    public string this[int index] => _names[index];

    public override bool Equals(object? obj) => obj is NameList other && _names.SequenceEqual(other._names);

    public override int GetHashCode() => _names.Aggregate(0, HashCode.Combine);

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_names).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
