using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Benchmarks.Calls.Signatures;

/// <summary>32 integers of 64 bits.</summary>
internal readonly unsafe partial struct Int64X32 : ISignature<long>
{
    internal delegate long Function(
        long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11, long a12, long a13, long a14,
        long a15, long a16, long a17, long a18, long a19, long a20, long a21, long a22, long a23, long a24, long a25, long a26, long a27,
        long a28, long a29, long a30, long a31, long a32);

    public static string EntryPoint => "sum_int64_32";

    public static nint Address => CallComparisons.Module.GetSymbol(EntryPoint);

    public static Delegate Typed => CallComparisons.Module.GetFunction<Function>(EntryPoint);

    public static object[] Boxed(int i) => [
        (long)i, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L, 21L, 22L, 23L, 24L, 25L, 26L, 27L,
            28L,
        29L, 30L, 31L, 32L];

    public static nint Callback => Int64X32Callbacks.ReceivePointer;

    public static long RawPointer(nint function, int i) =>
        ((delegate* unmanaged<
            long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
            long, long, long, long, long, long, long, long, long, long, long, long, long, long>)function)(
            i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32);

    public static long DllImport(int i) => Classic.DllImport(
        i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32);

    public static long LibraryImport(int i) => Classic.LibraryImport(
        i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32);

    public static long NativeFunction(int i) => Bound.Call(
        i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32);

    public static long Sum<TWay>(Delegate function, int count)
        where TWay : struct
    {
        Function call = (Function)function;
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += call(
                i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Alone<TWay>(Delegate function, int i)
        where TWay : struct => Unsafe.As<Function>(function)(
            i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32);

    public static long NativeCall(nint function, int i) =>
        Ffi.NativeCall.Invoke(function, NativeType.Int64, [
            (long)i, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L, 21L, 22L, 23L, 24L,
            25L, 26L, 27L, 28L, 29L, 30L, 31L, 32L]).AsInt64();

    [NativeLibrary("benchmarktest")]
    private static partial class Bound
    {
        [NativeFunction("sum_int64_32")]
        public static partial long Call(
            long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11, long a12, long a13,
            long a14, long a15, long a16, long a17, long a18, long a19, long a20, long a21, long a22, long a23, long a24, long a25,
            long a26, long a27, long a28, long a29, long a30, long a31, long a32);
    }

    private static partial class Classic
    {
        [DllImport("benchmarktest", EntryPoint = "sum_int64_32")]
        public static extern long DllImport(
            long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11, long a12, long a13,
            long a14, long a15, long a16, long a17, long a18, long a19, long a20, long a21, long a22, long a23, long a24, long a25,
            long a26, long a27, long a28, long a29, long a30, long a31, long a32);

        [LibraryImport("benchmarktest", EntryPoint = "sum_int64_32")]
        public static partial long LibraryImport(
            long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long a10, long a11, long a12, long a13,
            long a14, long a15, long a16, long a17, long a18, long a19, long a20, long a21, long a22, long a23, long a24, long a25,
            long a26, long a27, long a28, long a29, long a30, long a31, long a32);
    }
}

/// <summary>The same function in C#, as C calls it: for round trips.</summary>
internal static partial class Int64X32Callbacks
{
    [NativeCallback]
    internal static long Receive(

        long a1,
        long a2,
        long a3,
        long a4,
        long a5,
        long a6,
        long a7,
        long a8,
        long a9,
        long a10,
        long a11,
        long a12,
        long a13,
        long a14,
        long a15,
        long a16,
        long a17,
        long a18,
        long a19,
        long a20,
        long a21,
        long a22,
        long a23,
        long a24,
        long a25,
        long a26,
        long a27,
        long a28,
        long a29,
        long a30,
        long a31,
        long a32) => a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11 + a12 + a13 + a14 + a15 + a16 + a17 + a18 + a19 + a20 + a21
            + a22 + a23 + a24 + a25 + a26 + a27 + a28 + a29 + a30 + a31 + a32;
}
