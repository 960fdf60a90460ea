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

        if (returns.IsFloatingPoint)
        {
            double xmm0 = WindowsX64Signatures.Call<double>(function, words, placer.Slots, placer.VectorSlots);
            return NativeValue.FromRegister(returns, BitConverter.DoubleToUInt64Bits(xmm0));
        }

        if (!WindowsX64Placer.ReturnsInMemory(returns))
        {
            long rax = WindowsX64Signatures.Call<long>(function, words, placer.Slots, placer.VectorSlots);
            return returns.IsStruct ? NativeValue.FromRegisters(returns, (ulong)rax, 0) : NativeValue.FromRegister(returns, (ulong)rax);
        }

        ulong* result = stackalloc ulong[2];
        words[0] = (long)result;
        WindowsX64Signatures.Call<long>(function, words, placer.Slots, placer.VectorSlots);
        return NativeValue.FromRegisters(returns, result[0], result[1]);
    }

    [StructLayout(LayoutKind.Sequential, Size = WindowsX64Placer.CopiesStart + (NativeCall.MaxArguments * NativeType.MaxStructBytes))]
    private readonly struct Frame;
}
