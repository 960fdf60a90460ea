namespace Clang;

/// <summary>Nodes compare as libclang compares them.</summary>
public partial struct Cursor : IEquatable<Cursor>
{
    public static bool operator ==(Cursor left, Cursor right) => left.Equals(right);

    public static bool operator !=(Cursor left, Cursor right) => !left.Equals(right);

    public readonly bool Equals(Cursor other) => ClangLibrary.EqualCursors(this, other) != 0;

    public override readonly bool Equals(object? obj) => obj is Cursor other && Equals(other);

    public override readonly int GetHashCode() => (int)ClangLibrary.HashCursor(this);
}
