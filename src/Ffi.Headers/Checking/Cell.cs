namespace Ffi.Headers.Checking;

/// <summary>A stretch of a struct's memory that holds values of one kind.</summary>
/// <param name="Name">The field, with the outer fields' names before it: <c>ctime.seconds</c>.</param>
/// <param name="Text">Its type, for messages.</param>
/// <param name="Start">Where it begins, in bytes.</param>
/// <param name="ElementSize">The size of one value.</param>
/// <param name="Count">How many values there are.</param>
/// <param name="Kind">What the values are.</param>
internal sealed record Cell(string Name, string Text, long Start, long ElementSize, long Count, CellKind Kind)
{
    /// <summary>Whether a whole number has a sign; null if nobody cares: characters, truth values, enums.</summary>
    public bool? IsSigned { get; init; }

    /// <summary>Whether other cells are in the same place: a member of a union.</summary>
    public bool IsAlternative { get; init; }

    /// <summary>What the reader gave for the field.</summary>
    public object? Origin { get; init; }

    public long Size => ElementSize * Count;

    public long End => Start + Size;

    /// <summary>Whether it is a buffer of bytes, or something that isn't looked into.</summary>
    public bool IsBytes => Kind == CellKind.Any || (ElementSize == 1 && Count > 1);

    /// <summary>The last part of the name.</summary>
    public string LastName => Name.Substring(Name.LastIndexOf('.') + 1);

    /// <summary>The first part of the name.</summary>
    public string FirstName => Name.IndexOf('.') is var dot and > 0 ? Name.Substring(0, dot) : Name;

    public bool Overlaps(Cell other) => Start < other.End && other.Start < End;

    /// <summary>Whether the values of one lie where the other has values of the same size and kind.</summary>
    public bool Fits(Cell other) => ElementSize == other.ElementSize && (Start - other.Start) % ElementSize == 0 && KindFits(other);

    private bool KindFits(Cell other) => Kind == other.Kind || Kind == CellKind.Any || other.Kind == CellKind.Any
        || (ElementSize == 8 && Kind is CellKind.Integer or CellKind.Pointer && other.Kind is CellKind.Integer or CellKind.Pointer);
}

/// <summary>What the values of a cell are.</summary>
internal enum CellKind
{
    /// <summary>Whole numbers, characters, truth values.</summary>
    Integer,

    /// <summary>Floating-point numbers.</summary>
    Float,

    /// <summary>Addresses.</summary>
    Pointer,

    /// <summary>Bits, vectors, or what isn't known.</summary>
    Any,
}
