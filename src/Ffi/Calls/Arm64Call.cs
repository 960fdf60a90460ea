using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Calls;

/// <summary>Calls an AArch64 function with a frame that <see cref="Arm64Placer"/> says how to fill.</summary>
/// <remarks>The same idea as <see cref="SystemVCall"/>. A struct of two longs comes back where any integer does, a struct of four doubles
/// where any float, double or homogeneous struct does.</remarks>
internal static unsafe class Arm64Call
{
    [SkipLocalsInit]
    public static NativeValue Invoke(nint function, NativeType returns, ReadOnlySpan<NativeValue> arguments, int fixedCount, bool isApple)
    {
        Unsafe.SkipInit(out Frame frame);
        long* words = (long*)&frame;
        Arm64Placer placer = new(isApple);
        ArgumentWriter.Write(ref placer, (byte*)words, arguments, fixedCount);
        return Call(function, returns, words, placer.StackWords);
    }

    /// <summary>Calls with a frame that is filled.</summary>
    public static NativeValue Call(nint function, NativeType returns, long* words, int stackWords)
    {
        if (Arm64Placer.HomogeneousElements(returns) == 0)
        {
            (ulong x0, ulong x1) = Arm64Signatures.Integers(function, words, stackWords);
            return returns.IsStruct ? NativeValue.FromRegisters(returns, x0, x1) : NativeValue.FromRegister(returns, x0);
        }

        VectorQuad vectors = Arm64Signatures.Vectors(function, words, stackWords);
        (ulong low, ulong high) = returns.SingleWords != 0 ? vectors.Floats : vectors.Doubles;
        return NativeValue.FromRegisters(returns, low, high);
    }

    [StructLayout(LayoutKind.Sequential, Size = Arm64Placer.StackStart + (Arm64Signatures.MaxStackWords * 8))]
    private readonly struct Frame;
}
