using System.Numerics;

namespace Ffi.Calls;

/// <summary>AArch64: eight integer registers and eight vector registers, filled independently; the rest on the stack.</summary>
/// <remarks>Procedure Call Standard for the Arm 64-bit Architecture, 6.8.2, Parameter passing rules; for <paramref name="isApple"/>
/// Apple's "Writing ARM64 code for Apple platforms", which packs the stack and puts every variadic argument there.</remarks>
internal struct Arm64Placer(bool isApple) : IArgumentPlacer
{
    public const int IntegerRegisters = 8;
    public const int VectorRegisters = 8;
    public const int StackStart = (IntegerRegisters + VectorRegisters) * 8;

    private int _integers;
    private int _vectors;
    private int _stackBytes;
    private bool _isVariadic;

    public readonly int StackWords => (_stackBytes + 7) / 8;

    public Placement Place(NativeType type)
    {
        int elements = HomogeneousElements(type);
        return elements == 0 ? PlaceIntegers(type) : PlaceVectors(type, elements);
    }

    public void BeginVariadic()
    {
        if (isApple)
        {
            (_integers, _vectors, _isVariadic) = (IntegerRegisters, VectorRegisters, true);
        }
    }

    /// <summary>How many floats, or how many doubles, a value consists of; 0 if it holds anything else.</summary>
    internal static int HomogeneousElements(NativeType type) =>
        type.IntegerWords != 0 ? 0
        : type.DoubleWords == 0 ? BitOperations.PopCount(type.SingleWords)
        : type.SingleWords == 0 ? type.Size / 8
        : 0;

    private Placement PlaceIntegers(NativeType type)
    {
        int words = type.Size > 8 ? 2 : 1;
        if (_integers + words > IntegerRegisters)
        {
            // C.13: after the first argument that does not fit, the remaining integer registers stay unused.
            _integers = IntegerRegisters;
            return PlaceOnStack(type, type.IsStruct ? 8 : type.Alignment);
        }

        int first = _integers * 8;
        _integers += words;
        return words == 2 ? new(PlacementKind.Pair, first, first + 8) : new(PlacementKind.Word, first);
    }

    private Placement PlaceVectors(NativeType type, int elements)
    {
        if (_vectors + elements > VectorRegisters)
        {
            // C.3: the same for the vector registers.
            _vectors = VectorRegisters;
            return PlaceOnStack(type, type.Alignment);
        }

        int first = (IntegerRegisters + _vectors) * 8;
        _vectors += elements;
        return elements == 1 ? new(PlacementKind.Word, first)
            : type.SingleWords != 0 ? new(PlacementKind.Floats, first, elements)
            : new(PlacementKind.Pair, first, first + 8);
    }

    private Placement PlaceOnStack(NativeType type, int alignment)
    {
        // On Apple's platforms an argument on the stack has its own size and alignment. Variadic ones take whole words, as elsewhere.
        int unit = isApple && !_isVariadic ? alignment : 8;
        int start = AlignUp(_stackBytes, unit);
        _stackBytes = start + AlignUp(type.Size, unit);

        int first = StackStart + start;
        return type.Size > 8 ? new(PlacementKind.Pair, first, first + 8) : new(PlacementKind.Word, first);
    }

    private static int AlignUp(int offset, int unit) => (offset + unit - 1) & -unit;
}
