using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>Finds one C# type for what C has as different types on different platforms.</summary>
internal static class ValueUnion
{
    /// <summary>The type that is right on all of the platforms; null if there is none.</summary>
    public static Value? Of(IReadOnlyList<(Platform Platform, Value Value)> values)
    {
        Value first = values[0].Value;
        if (values.All(pair => pair.Value.Type == first.Type))
        {
            return first;
        }

        if (values.Any(static pair => pair.Value.Kind is not (ValueKind.Integer or ValueKind.Address)))
        {
            return null;
        }

        bool isSigned = values.All(static pair => pair.Value.IsSigned);
        if (values.All(static pair => pair.Value.Size == 8) && values.Any(static pair => pair.Value.Kind == ValueKind.Address))
        {
            return new Value("nint", ValueKind.Address, 8, 8);
        }

        if (values.All(pair => pair.Value.Size == first.Size))
        {
            return Number(first.Size, isSigned);
        }

        bool isLong = values.All(static pair => pair.Value.Size == PrimitiveFacts.SizeOf(Primitive.Long, pair.Platform));
        return isLong ? new Value(isSigned ? "CLong" : "CULong", ValueKind.Integer, first.Size, (int)first.Size, isSigned) : null;
    }

    /// <summary>The whole number of a size.</summary>
    public static Value Number(long size, bool isSigned) => new(
        (size, isSigned) switch
        {
            (1, true) => "sbyte",
            (1, false) => "byte",
            (2, true) => "short",
            (2, false) => "ushort",
            (4, true) => "int",
            (4, false) => "uint",
            (_, true) => "long",
            _ => "ulong",
        },
        ValueKind.Integer,
        size,
        (int)size,
        isSigned);
}
