using System.Runtime.CompilerServices;

namespace Ffi.Calls;

/// <summary>The signatures under which <see cref="SystemVCall"/> calls, by the kind of result and the size of the stack.</summary>
/// <remarks>Written out and not generic, since a generic signature is called through a stub; and words one by one and not a struct of
/// them, since copying a struct reads sixteen bytes where eight have just been written, for which the processor waits.</remarks>
internal static unsafe class SystemVSignatures
{
    public const int FewWords = 10;
    public const int MaxStackWords = 58;

    // Enough for 32 integers. Only structs need more.
    private const int ManyWords = 26;

    /// <summary>The result in rax, in xmm0, or in both; nothing on the stack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntegerAndVector InRegisters(nint function, long* w)
    {
        double* v = (double*)(w + SystemVPlacer.IntegerRegisters);
        return ((delegate* unmanaged<
            long, long, long, long, long, long, double, double, double, double, double, double, double, double,
            IntegerAndVector>)function)(
            w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
    }

    /// <summary>The result in rax, in xmm0, or in both.</summary>
    public static IntegerAndVector IntegerAndVector(nint function, long* w, int stackWords) => stackWords switch
    {
        0 => WithoutWords(function, w),
        <= FewWords => WithFewWords(function, w),
        <= ManyWords => WithManyWords(function, w),
        _ => WithAllWords(function, w),
    };

    // Each call is in a method of its own. The JIT inlines a native call only if it expects the call to be likely, and of several
    // calls in one method it expects that of at most one. The others would go through a stub, which doubles their time.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IntegerAndVector WithoutWords(nint function, long* w) => InRegisters(function, w);

    /// <summary>The same with up to <see cref="FewWords"/> on the stack.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IntegerAndVector WithFewWords(nint function, long* w)
    {
        double* v = (double*)(w + SystemVPlacer.IntegerRegisters);
        long* s = w + SystemVPlacer.IntegerRegisters + SystemVPlacer.VectorRegisters;
        return ((delegate* unmanaged<
            long, long, long, long, long, long, double, double, double, double, double, double, double, double,
            long, long, long, long, long, long, long, long, long, long,
            IntegerAndVector>)function)(
            w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7],
            s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IntegerAndVector WithManyWords(nint function, long* w)
    {
        double* v = (double*)(w + SystemVPlacer.IntegerRegisters);
        long* s = w + SystemVPlacer.IntegerRegisters + SystemVPlacer.VectorRegisters;
        return ((delegate* unmanaged<
            long, long, long, long, long, long, double, double, double, double, double, double, double, double,
            long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
            long, long, long, long, long, long,
            IntegerAndVector>)function)(
            w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7],
            s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10], s[11], s[12], s[13], s[14],
            s[15], s[16], s[17], s[18], s[19], s[20], s[21], s[22], s[23], s[24], s[25]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IntegerAndVector WithAllWords(nint function, long* w)
    {
        double* v = (double*)(w + SystemVPlacer.IntegerRegisters);
        long* s = w + SystemVPlacer.IntegerRegisters + SystemVPlacer.VectorRegisters;
        return ((delegate* unmanaged<
            long, long, long, long, long, long, double, double, double, double, double, double, double, double,
            long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
            long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
            long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
            IntegerAndVector>)function)(
            w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7],
            s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10], s[11], s[12], s[13], s[14],
            s[15], s[16], s[17], s[18], s[19], s[20], s[21], s[22], s[23], s[24], s[25], s[26], s[27], s[28], s[29],
            s[30], s[31], s[32], s[33], s[34], s[35], s[36], s[37], s[38], s[39], s[40], s[41], s[42], s[43], s[44],
            s[45], s[46], s[47], s[48], s[49], s[50], s[51], s[52], s[53], s[54], s[55], s[56], s[57]);
    }

    /// <summary>The result in rax and rdx.</summary>
    public static IntegerPair Integers(nint function, long* w, int stackWords)
    {
        double* v = (double*)(w + SystemVPlacer.IntegerRegisters);
        long* s = w + SystemVPlacer.IntegerRegisters + SystemVPlacer.VectorRegisters;
        return stackWords <= FewWords
            ? ((delegate* unmanaged<
                long, long, long, long, long, long, double, double, double, double, double, double, double, double,
                long, long, long, long, long, long, long, long, long, long,
                IntegerPair>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7],
                s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9])
            : ((delegate* unmanaged<
                long, long, long, long, long, long, double, double, double, double, double, double, double, double,
                long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
                long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
                long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
                IntegerPair>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7],
                s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10], s[11], s[12], s[13], s[14],
                s[15], s[16], s[17], s[18], s[19], s[20], s[21], s[22], s[23], s[24], s[25], s[26], s[27], s[28], s[29],
                s[30], s[31], s[32], s[33], s[34], s[35], s[36], s[37], s[38], s[39], s[40], s[41], s[42], s[43], s[44],
                s[45], s[46], s[47], s[48], s[49], s[50], s[51], s[52], s[53], s[54], s[55], s[56], s[57]);
    }

    /// <summary>The result in xmm0 and xmm1.</summary>
    public static VectorPair Vectors(nint function, long* w, int stackWords)
    {
        double* v = (double*)(w + SystemVPlacer.IntegerRegisters);
        long* s = w + SystemVPlacer.IntegerRegisters + SystemVPlacer.VectorRegisters;
        return stackWords <= FewWords
            ? ((delegate* unmanaged<
                long, long, long, long, long, long, double, double, double, double, double, double, double, double,
                long, long, long, long, long, long, long, long, long, long,
                VectorPair>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7],
                s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9])
            : ((delegate* unmanaged<
                long, long, long, long, long, long, double, double, double, double, double, double, double, double,
                long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
                long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
                long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
                VectorPair>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7],
                s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10], s[11], s[12], s[13], s[14],
                s[15], s[16], s[17], s[18], s[19], s[20], s[21], s[22], s[23], s[24], s[25], s[26], s[27], s[28], s[29],
                s[30], s[31], s[32], s[33], s[34], s[35], s[36], s[37], s[38], s[39], s[40], s[41], s[42], s[43], s[44],
                s[45], s[46], s[47], s[48], s[49], s[50], s[51], s[52], s[53], s[54], s[55], s[56], s[57]);
    }
}
