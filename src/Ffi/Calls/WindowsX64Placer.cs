namespace Ffi.Calls;

/// <summary>Windows x64: a slot of eight bytes an argument; the first four are registers, of the kind that the argument asks for.</summary>
/// <remarks>Microsoft, "x64 calling convention". A struct of 1, 2, 4 or 8 bytes is passed as an integer of that size, any other by the
/// address of a copy; a result of another size is written where the first slot points to.</remarks>
internal struct WindowsX64Placer : IArgumentPlacer
{
    public const int RegisterSlots = 4;

    /// <summary>The slots' count for as many arguments as a call takes and the address of the result.</summary>
    public const int MaxSlots = NativeCall.MaxArguments + 1;

    public const int CopiesStart = MaxSlots * 8;

    /// <summary>Where a result is written that comes back in memory.</summary>
    public const int ResultStart = CopiesStart + (NativeCall.MaxArguments * NativeType.MaxStructBytes);

    public const int FrameBytes = ResultStart + NativeType.MaxStructBytes;

    private int _slots;
    private int _copies;
    private bool _isVariadic;

    public WindowsX64Placer(NativeType returns) => _slots = ReturnsInMemory(returns) ? 1 : 0;

    public readonly int Slots => _slots;

    /// <summary>One bit for each register slot whose value is in a vector register.</summary>
    public int VectorSlots { get; private set; }

    public static bool ReturnsInMemory(NativeType returns) => returns.IsStruct && !FitsASlot(returns);

    public Placement Place(NativeType type)
    {
        int slot = _slots++;
        if (type.IsStruct && !FitsASlot(type))
        {
            return new(PlacementKind.Reference, slot * 8, CopiesStart + (_copies++ * NativeType.MaxStructBytes));
        }

        // A variadic function reads a variable floating-point argument from the integer register, and never from the vector register.
        if (type.IsFloatingPoint && slot < RegisterSlots && !_isVariadic)
        {
            VectorSlots |= 1 << slot;
        }

        return new(PlacementKind.Word, slot * 8);
    }

    public void BeginVariadic() => _isVariadic = true;

    private static bool FitsASlot(NativeType type) => type.Size is 1 or 2 or 4 or 8;
}
