namespace Ffi.Calls;

/// <summary>What a call has to know of one parameter.</summary>
/// <param name="type">Its type.</param>
/// <param name="placement">Where it goes.</param>
internal readonly struct PreparedParameter(NativeType type, Placement placement)
{
    public readonly NativeType Type = type;
    public readonly PlacementKind Kind = placement.Kind;
    public readonly int First = placement.First;
    public readonly int Second = placement.Second;

    public Placement Placement => new(Kind, First, Second);
}
