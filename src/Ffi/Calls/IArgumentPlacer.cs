namespace Ffi.Calls;

/// <summary>One calling convention's classification table: says where each argument goes, asked in their order.</summary>
/// <remarks>Pure: it knows types and counts registers, and touches neither values nor the machine. A value of this type is used for one
/// signature. Offsets only grow within the stack, so a write of eight bytes spoils only what is written later.</remarks>
internal interface IArgumentPlacer
{
    /// <summary>Where the next argument goes.</summary>
    /// <param name="type">A scalar or a struct; not void.</param>
    Placement Place(NativeType type);

    /// <summary>Says that the arguments that follow are the variable arguments of a C function.</summary>
    void BeginVariadic();
}
