using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Calls;

/// <summary>Calls a System V x86-64 function with a frame that <see cref="SystemVPlacer"/> says how to fill.</summary>
/// <remarks>Integer and vector registers are filled independently, so one signature of six longs, eight doubles and words on the stack
/// loads them all, whatever the function's own signature is: a function doesn't look where it has no parameter. A float is a vector
/// register's low half. Results are read the same way: a struct of a long and a double comes back in rax and xmm0, which are the two
/// places where a scalar can be.</remarks>
internal static unsafe class SystemVCall
{
    /// <summary>Fills the small frame of a plain call: not many arguments, no structs.</summary>
    /// <returns>How many words are on the stack; negative if this is no plain call, or none at all.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int FillPlain(nint function, NativeType returns, ReadOnlySpan<NativeValue> arguments, SystemVPlainFrame* frame) =>
        function == 0 || returns.IsStruct || arguments.Length > SystemVPlainFrame.MaxArguments ? -1 : FillScalars(arguments, (byte*)frame);

    // Registers without a parameter get whatever the stack contains. The function does not read them, so nothing is cleared.
    [SkipLocalsInit]
    public static NativeValue Invoke(nint function, NativeType returns, ReadOnlySpan<NativeValue> arguments, int fixedCount)
    {
        Unsafe.SkipInit(out Frame frame);
        long* words = (long*)&frame;
        int stackWords = fixedCount < arguments.Length ? -1 : FillScalarsApart(arguments, (byte*)words);
        if (stackWords < 0)
        {
            SystemVPlacer placer = default;
            ArgumentWriter.Write(ref placer, (byte*)words, arguments, fixedCount);
            stackWords = placer.StackWords;
        }

        return Call(function, returns, words, stackWords);
    }

    /// <summary>Calls with a frame that is filled.</summary>
    public static NativeValue Call(nint function, NativeType returns, long* words, int stackWords) => returns.IsStruct
        ? InvokeForStruct(function, returns, words, stackWords)
        : Result(returns, SystemVSignatures.IntegerAndVector(function, words, stackWords));

    /// <summary>A scalar as a call left it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NativeValue Result(NativeType returns, IntegerAndVector result) =>
        NativeValue.FromRegister(returns, returns.IsFloatingPoint ? Bits(result.Vector) : result.Integer);

    /// <summary>Places arguments that are all scalars.</summary>
    /// <returns>How many words are on the stack; negative if one is no scalar.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FillScalars(ReadOnlySpan<NativeValue> arguments, byte* frame)
    {
        SystemVPlacer placer = default;
        foreach (ref readonly NativeValue argument in arguments)
        {
            NativeType type = argument.Type;
            if (!type.IsScalar)
            {
                return -1;
            }

            *(ulong*)(frame + placer.PlaceScalar(type)) = argument.Low;
        }

        return placer.StackWords;
    }

    // A method with nothing but the loop keeps everything in registers, which halves its time.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FillScalarsApart(ReadOnlySpan<NativeValue> arguments, byte* frame) => FillScalars(arguments, frame);

    private static NativeValue InvokeForStruct(nint function, NativeType returns, long* words, int stackWords)
    {
        bool firstIsInteger = SystemVPlacer.IsInteger(returns, 0);
        bool secondIsInteger = SystemVPlacer.IsInteger(returns, 1);
        if (returns.Size <= 8 || firstIsInteger != secondIsInteger)
        {
            (ulong rax, double xmm0) = SystemVSignatures.IntegerAndVector(function, words, stackWords);
            (ulong low, ulong high) = firstIsInteger ? (rax, Bits(xmm0)) : (Bits(xmm0), rax);
            return NativeValue.FromRegisters(returns, low, high);
        }

        if (firstIsInteger)
        {
            (ulong rax, ulong rdx) = SystemVSignatures.Integers(function, words, stackWords);
            return NativeValue.FromRegisters(returns, rax, rdx);
        }

        VectorPair vectors = SystemVSignatures.Vectors(function, words, stackWords);
        return NativeValue.FromRegisters(returns, Bits(vectors.Low), Bits(vectors.High));
    }

    private static ulong Bits(double register) => BitConverter.DoubleToUInt64Bits(register);

    [StructLayout(LayoutKind.Sequential, Size = SystemVPlacer.StackStart + (SystemVSignatures.MaxStackWords * 8))]
    private readonly struct Frame;
}
