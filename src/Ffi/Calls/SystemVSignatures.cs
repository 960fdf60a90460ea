using System.Runtime.InteropServices;

namespace Ffi.Calls;

/// <summary>The signatures under which <see cref="SystemVCall"/> calls: three kinds of result, three sizes of stack.</summary>
/// <remarks>A struct of more than 16 bytes is passed in memory by the ABI, so it is the words on the stack themselves. Written out and
/// not generic: a generic signature is called through a stub (measured at 1.5 times the time).</remarks>
internal static unsafe class SystemVSignatures
{
    private const int FewWords = 8;
    private const int ManyWords = 58;

    /// <summary>The result in rax, in xmm0, or in both.</summary>
    public static IntegerAndVector IntegerAndVector(nint function, long* w, int stackWords)
    {
        double* v = (double*)(w + SystemVPlacer.IntegerRegisters);
        byte* stack = (byte*)w + SystemVPlacer.StackStart;
        return stackWords switch
        {
            0 => ((delegate* unmanaged<long, long, long, long, long, long, double, double, double, double, double, double, double, double, IntegerAndVector>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]),
            <= FewWords => ((delegate* unmanaged<long, long, long, long, long, long, double, double, double, double, double, double, double, double, Few, IntegerAndVector>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], *(Few*)stack),
            _ => ((delegate* unmanaged<long, long, long, long, long, long, double, double, double, double, double, double, double, double, Many, IntegerAndVector>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], *(Many*)stack),
        };
    }

    /// <summary>The result in rax and rdx.</summary>
    public static IntegerPair Integers(nint function, long* w, int stackWords)
    {
        double* v = (double*)(w + SystemVPlacer.IntegerRegisters);
        byte* stack = (byte*)w + SystemVPlacer.StackStart;
        return stackWords switch
        {
            0 => ((delegate* unmanaged<long, long, long, long, long, long, double, double, double, double, double, double, double, double, IntegerPair>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]),
            <= FewWords => ((delegate* unmanaged<long, long, long, long, long, long, double, double, double, double, double, double, double, double, Few, IntegerPair>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], *(Few*)stack),
            _ => ((delegate* unmanaged<long, long, long, long, long, long, double, double, double, double, double, double, double, double, Many, IntegerPair>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], *(Many*)stack),
        };
    }

    /// <summary>The result in xmm0 and xmm1.</summary>
    public static VectorPair Vectors(nint function, long* w, int stackWords)
    {
        double* v = (double*)(w + SystemVPlacer.IntegerRegisters);
        byte* stack = (byte*)w + SystemVPlacer.StackStart;
        return stackWords switch
        {
            0 => ((delegate* unmanaged<long, long, long, long, long, long, double, double, double, double, double, double, double, double, VectorPair>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]),
            <= FewWords => ((delegate* unmanaged<long, long, long, long, long, long, double, double, double, double, double, double, double, double, Few, VectorPair>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], *(Few*)stack),
            _ => ((delegate* unmanaged<long, long, long, long, long, long, double, double, double, double, double, double, double, double, Many, VectorPair>)function)(
                w[0], w[1], w[2], w[3], w[4], w[5], v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], *(Many*)stack),
        };
    }

    [StructLayout(LayoutKind.Sequential, Size = FewWords * 8)]
    private readonly struct Few
    {
        private readonly long _first;
    }

    [StructLayout(LayoutKind.Sequential, Size = ManyWords * 8)]
    private readonly struct Many
    {
        private readonly long _first;
    }
}
