using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Calls;

/// <summary>Calls a Windows x64 function with a frame that <see cref="WindowsX64Placer"/> says how to fill.</summary>
internal static unsafe class WindowsX64Call
{
    [SkipLocalsInit]
    public static NativeValue Invoke(nint function, NativeType returns, ReadOnlySpan<NativeValue> arguments, int fixedCount)
    {
        Unsafe.SkipInit(out Frame frame);
        long* words = (long*)&frame;
        WindowsX64Placer placer = new(returns);
        ArgumentWriter.Write(ref placer, (byte*)words, arguments, fixedCount);
        return Call(function, returns, words, placer.Slots, placer.VectorSlots);
    }

    /// <summary>Calls with a frame that is filled.</summary>
    public static NativeValue Call(nint function, NativeType returns, long* words, int slots, int vectorSlots)
    {
        if (returns.IsFloatingPoint)
        {
            double xmm0 = WindowsX64Signatures.Call<double>(function, words, slots, vectorSlots);
            return NativeValue.FromRegister(returns, BitConverter.DoubleToUInt64Bits(xmm0));
        }

        if (!WindowsX64Placer.ReturnsInMemory(returns))
        {
            long rax = WindowsX64Signatures.Call<long>(function, words, slots, vectorSlots);
            return returns.IsStruct ? NativeValue.FromRegisters(returns, (ulong)rax, 0) : NativeValue.FromRegister(returns, (ulong)rax);
        }

        ulong* result = (ulong*)((byte*)words + WindowsX64Placer.ResultStart);
        words[0] = (long)result;
        WindowsX64Signatures.Call<long>(function, words, slots, vectorSlots);
        return NativeValue.FromRegisters(returns, result[0], result[1]);
    }

    [StructLayout(LayoutKind.Sequential, Size = WindowsX64Placer.FrameBytes)]
    private readonly struct Frame;
}
