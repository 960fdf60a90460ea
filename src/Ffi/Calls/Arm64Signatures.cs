namespace Ffi.Calls;

/// <summary>The signatures under which <see cref="Arm64Call"/> calls: two kinds of result, three sizes of stack.</summary>
/// <remarks>The words on the stack are written out one by one, since AArch64 passes a large struct by address.</remarks>
internal static unsafe class Arm64Signatures
{
    public const int MaxStackWords = 60;
    private const int FewWords = 8;

    /// <summary>The result in x0 and x1.</summary>
    public static IntegerPair Integers(nint function, long* w, int stackWords)
    {
        double* v = (double*)(w + Arm64Placer.IntegerRegisters);
        long* s = w + Arm64Placer.IntegerRegisters + Arm64Placer.VectorRegisters;
        return stackWords switch
        {
            0 => ((delegate* unmanaged<
                long, long, long, long, long, long, long, long, double, double, double, double, double, double, double, double,
                IntegerPair>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7],
                v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]),
            <= FewWords => ((delegate* unmanaged<
                long, long, long, long, long, long, long, long, double, double, double, double, double, double, double, double,
                long, long, long, long, long, long, long, long,
                IntegerPair>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7],
                v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7],
                s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]),
            _ => ((delegate* unmanaged<
                long, long, long, long, long, long, long, long, double, double, double, double, double, double, double, double,
                long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
                long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
                long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
                IntegerPair>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7],
                v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7],
                s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10], s[11], s[12], s[13], s[14],
                s[15], s[16], s[17], s[18], s[19], s[20], s[21], s[22], s[23], s[24], s[25], s[26], s[27], s[28], s[29],
                s[30], s[31], s[32], s[33], s[34], s[35], s[36], s[37], s[38], s[39], s[40], s[41], s[42], s[43], s[44],
                s[45], s[46], s[47], s[48], s[49], s[50], s[51], s[52], s[53], s[54], s[55], s[56], s[57], s[58], s[59]),
        };
    }

    /// <summary>The result in the low parts of v0 to v3.</summary>
    public static VectorQuad Vectors(nint function, long* w, int stackWords)
    {
        double* v = (double*)(w + Arm64Placer.IntegerRegisters);
        long* s = w + Arm64Placer.IntegerRegisters + Arm64Placer.VectorRegisters;
        return stackWords switch
        {
            0 => ((delegate* unmanaged<
                long, long, long, long, long, long, long, long, double, double, double, double, double, double, double, double,
                VectorQuad>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7],
                v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]),
            <= FewWords => ((delegate* unmanaged<
                long, long, long, long, long, long, long, long, double, double, double, double, double, double, double, double,
                long, long, long, long, long, long, long, long,
                VectorQuad>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7],
                v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7],
                s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]),
            _ => ((delegate* unmanaged<
                long, long, long, long, long, long, long, long, double, double, double, double, double, double, double, double,
                long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
                long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
                long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
                VectorQuad>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7],
                v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7],
                s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10], s[11], s[12], s[13], s[14],
                s[15], s[16], s[17], s[18], s[19], s[20], s[21], s[22], s[23], s[24], s[25], s[26], s[27], s[28], s[29],
                s[30], s[31], s[32], s[33], s[34], s[35], s[36], s[37], s[38], s[39], s[40], s[41], s[42], s[43], s[44],
                s[45], s[46], s[47], s[48], s[49], s[50], s[51], s[52], s[53], s[54], s[55], s[56], s[57], s[58], s[59]),
        };
    }
}
