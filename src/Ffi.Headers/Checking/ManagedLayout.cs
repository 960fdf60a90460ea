using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>The offsets of the fields of a struct on a platform, as the runtime places them.</summary>
internal sealed record ManagedLayout(long Size, int Alignment, IReadOnlyList<PlacedField> Fields)
{
    // Nested deeper, it is a struct that holds itself, which the compiler refuses.
    private const int MostNested = 32;

    /// <summary>The layout; null if it can't be known.</summary>
    public static ManagedLayout? Of(ManagedStruct type, Platform platform) => Of(type, platform, depth: 0);

    private static ManagedLayout? Of(ManagedStruct type, Platform platform, int depth)
    {
        if (type.IsAuto || depth > MostNested)
        {
            return null;
        }

        long end = 0;
        int alignment = 1;
        List<PlacedField> placed = [];
        foreach (ManagedField field in type.Fields)
        {
            if (RoomOf(field.Shape, platform, depth) is not { } room)
            {
                return null;
            }

            int aligned = type.Pack > 0 ? Math.Min(type.Pack, room.Alignment) : room.Alignment;
            alignment = Math.Max(alignment, aligned);
            long offset = type.IsExplicit ? field.Offset ?? 0 : RoundUp(end, aligned);
            placed.Add(new PlacedField(field, offset, room.Size));
            end = Math.Max(end, offset + room.Size);
        }

        // A struct without fields has one byte.
        long size = Math.Max(RoundUp(Math.Max(end, 1), alignment), type.Size);
        return new ManagedLayout(size, alignment, placed);
    }

    private static (long Size, int Alignment)? RoomOf(ValueShape shape, Platform platform, int depth)
    {
        switch (shape)
        {
            case StructShape { Struct: var type }:
                return Of(type, platform, depth + 1) is { } layout ? (layout.Size, layout.Alignment) : null;
            case FixedArrayShape array:
                return RoomOf(array.Element, platform, depth) is { } element ? (element.Size * array.Length, element.Alignment) : null;
            default:
                return ShapeFacts.SizeOf(shape, platform) is { } size and > 0 ? (size, (int)size) : null;
        }
    }

    private static long RoundUp(long value, int alignment) => (value + alignment - 1) / alignment * alignment;
}

/// <summary>A field and its offset.</summary>
internal readonly record struct PlacedField(ManagedField Field, long Offset, long Size);
