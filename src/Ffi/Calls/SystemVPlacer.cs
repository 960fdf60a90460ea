using System.Runtime.CompilerServices;

namespace Ffi.Calls;

/// <summary>System V x86-64: six integer registers and eight vector registers, filled independently; the rest on the stack.</summary>
/// <remarks>System V Application Binary Interface, AMD64 Architecture Processor Supplement, 3.2.3, Parameter Passing.</remarks>
internal struct SystemVPlacer : IArgumentPlacer
{
    public const int IntegerRegisters = 6;
    public const int VectorRegisters = 8;
    public const int StackStart = (IntegerRegisters + VectorRegisters) * 8;

    private int _integers;
    private int _vectors;
    private int _stackWords;

    public readonly int StackWords => _stackWords;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Placement Place(NativeType type)
    {
        if (type.IsScalar)
        {
            return new(PlacementKind.Word, PlaceScalar(type));
        }

        // A copy whose address PlaceStruct may take. The original then stays in registers while scalars are placed.
        SystemVPlacer copy = this;
        Placement placement = copy.PlaceStruct(type);
        this = copy;
        return placement;
    }

    /// <summary>Where the next argument goes, as an offset; it is no struct.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PlaceScalar(NativeType type) => type.IsFloatingPoint
        ? _vectors < VectorRegisters ? NextVector() : NextStackWord()
        : _integers < IntegerRegisters ? NextInteger() : NextStackWord();

    // Variadic arguments are placed like others. In addition, AL has to hold the number of vector registers. See VariadicThunk.
    public readonly void BeginVariadic()
    {
    }

    /// <summary>A struct goes by eightbytes, each to the kind of register that its fields ask for, but only as a whole: where a register
    /// is missing for one of them, both go to the stack and the registers stay free for what follows.</summary>
    private Placement PlaceStruct(NativeType type)
    {
        bool isPair = type.Size > 8;
        bool firstIsInteger = IsInteger(type, 0);
        bool secondIsInteger = isPair && IsInteger(type, 1);
        bool secondIsVector = isPair && !secondIsInteger;
        int integers = (firstIsInteger ? 1 : 0) + (secondIsInteger ? 1 : 0);
        int vectors = (firstIsInteger ? 0 : 1) + (secondIsVector ? 1 : 0);

        if (_integers + integers > IntegerRegisters || _vectors + vectors > VectorRegisters)
        {
            int onStack = NextStackWord();
            return isPair ? new(PlacementKind.Pair, onStack, NextStackWord()) : new(PlacementKind.Word, onStack);
        }

        int first = firstIsInteger ? NextInteger() : NextVector();
        return isPair ? new(PlacementKind.Pair, first, secondIsInteger ? NextInteger() : NextVector()) : new(PlacementKind.Word, first);
    }

    /// <summary>Whether an eightbyte of a struct holds an integer anywhere; one that doesn't is all floating point.</summary>
    internal static bool IsInteger(NativeType type, int eightbyte) => ((type.IntegerWords >> (eightbyte * 2)) & 0b11) != 0;

    private int NextInteger() => _integers++ * 8;

    private int NextVector() => (IntegerRegisters + _vectors++) * 8;

    private int NextStackWord() => StackStart + (_stackWords++ * 8);
}
