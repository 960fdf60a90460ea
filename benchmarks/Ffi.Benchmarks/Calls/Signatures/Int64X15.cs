using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Benchmarks.Calls.Signatures;

/// <summary>15 integers of 64 bits.</summary>
internal readonly unsafe partial struct Int64X15 : ISignature<long>
{
    internal delegate long Function(
        long a, long b, long c, long d, long e, long f, long g, long h, long i, long j, long k, long l, long m, long n, long o);

    public static string EntryPoint => "sum_int64_15";

    public static nint Address => CallComparisons.Module.GetSymbol(EntryPoint);

    public static Delegate Typed => CallComparisons.Module.GetFunction<Function>(EntryPoint);

    public static object[] Boxed(int i) => [(long)i, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L];

    public static nint Callback => Int64X15Callbacks.ReceivePointer;

    public static long RawPointer(nint function, int i) =>
        ((delegate* unmanaged<long, long, long, long, long, long, long, long, long, long, long, long, long, long, long, long>)function)(
            i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

    public static long DllImport(int i) => Classic.DllImport(i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

    public static long LibraryImport(int i) => Classic.LibraryImport(i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

    public static long NativeFunction(int i) => Bound.Call(i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

    public static long Sum<TWay>(Delegate function, int count)
        where TWay : struct
    {
        Function call = (Function)function;
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += call(i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Alone<TWay>(Delegate function, int i)
        where TWay : struct => Unsafe.As<Function>(function)(i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

    public static long NativeCall(nint function, int i) =>
        Ffi.NativeCall.Invoke(function, NativeType.Int64, [
            (long)i, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L]).AsInt64();

    [NativeLibrary("benchmarktest")]
    private static partial class Bound
    {
        [NativeFunction("sum_int64_15")]
        public static partial long Call(
            long a, long b, long c, long d, long e, long f, long g, long h, long i, long j, long k, long l, long m, long n, long o);
    }

    private static partial class Classic
    {
        [DllImport("benchmarktest", EntryPoint = "sum_int64_15")]
        public static extern long DllImport(
            long a, long b, long c, long d, long e, long f, long g, long h, long i, long j, long k, long l, long m, long n, long o);

        [LibraryImport("benchmarktest", EntryPoint = "sum_int64_15")]
        public static partial long LibraryImport(
            long a, long b, long c, long d, long e, long f, long g, long h, long i, long j, long k, long l, long m, long n, long o);
    }
}

/// <summary>The same function in C#, as C calls it: for round trips.</summary>
internal static partial class Int64X15Callbacks
{
    [NativeCallback]
    internal static long Receive(
        long a, long b, long c, long d, long e, long f, long g, long h,
        long i, long j, long k, long l, long m, long n, long o) => a + b + c + d + e + f + g + h + i + j + k + l + m + n + o;
}
