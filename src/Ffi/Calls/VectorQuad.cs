namespace Ffi.Calls;

/// <summary>What a call left in v0 to v3: a float or double in the first, or the fields of a struct of them, a register each.</summary>
internal readonly record struct VectorQuad(double V0, double V1, double V2, double V3)
{
    /// <summary>The bytes of up to two doubles.</summary>
    public (ulong Low, ulong High) Doubles => (Bits(V0), Bits(V1));

    /// <summary>The bytes of up to four floats.</summary>
    public (ulong Low, ulong High) Floats => ((uint)Bits(V0) | (Bits(V1) << 32), (uint)Bits(V2) | (Bits(V3) << 32));

    private static ulong Bits(double register) => BitConverter.DoubleToUInt64Bits(register);
}
