namespace Ffi.Calls;

/// <summary>How a value is written to its <see cref="Placement"/>.</summary>
internal enum PlacementKind
{
    /// <summary>One word, at First.</summary>
    Word,

    /// <summary>The low word at First, the high word at Second.</summary>
    Pair,

    /// <summary>Second floats, each in a word of its own, from First on.</summary>
    Floats,

    /// <summary>A copy at Second; its address in the word at First.</summary>
    Reference,
}
