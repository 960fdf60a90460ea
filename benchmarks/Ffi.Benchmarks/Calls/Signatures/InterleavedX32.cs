using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Benchmarks.Calls.Signatures;

/// <summary>32 integers and doubles in turn.</summary>
internal readonly unsafe partial struct InterleavedX32 : ISignature<double>
{
    internal delegate double Function(
        long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11, double a12,
        long a13, double a14, long a15, double a16, long a17, double a18, long a19, double a20, long a21, double a22, long a23,
        double a24, long a25, double a26, long a27, double a28, long a29, double a30, long a31, double a32);

    public static string EntryPoint => "sum_mixed_32";

    public static nint Address => CallComparisons.Module.GetSymbol(EntryPoint);

    public static Delegate Typed => CallComparisons.Module.GetFunction<Function>(EntryPoint);

    public static object[] Boxed(int i) => [
        (long)i, 2.0, 3L, 4.0, 5L, 6.0, 7L, 8.0, 9L, 10.0, 11L, 12.0, 13L, 14.0, 15L, 16.0, 17L, 18.0, 19L, 20.0, 21L, 22.0, 23L, 24.0, 25L,
        26.0, 27L, 28.0, 29L, 30.0, 31L, 32.0];

    public static nint Callback => InterleavedX32Callbacks.ReceivePointer;

    public static double RawPointer(nint function, int i) =>
        ((delegate* unmanaged<
            long, double, long, double, long, double, long, double, long, double, long, double, long, double, long, double,
            long, double, long, double, long, double, long, double, long, double, long, double, long, double, long, double,
            double>)function)(
            i, 2.0, 3, 4.0, 5, 6.0, 7, 8.0, 9, 10.0, 11, 12.0, 13, 14.0, 15, 16.0, 17, 18.0, 19, 20.0, 21, 22.0, 23, 24.0, 25, 26.0, 27,
            28.0, 29, 30.0, 31, 32.0);

    public static double DllImport(int i) => Classic.DllImport(
        i, 2.0, 3, 4.0, 5, 6.0, 7, 8.0, 9, 10.0, 11, 12.0, 13, 14.0, 15, 16.0, 17, 18.0, 19, 20.0, 21, 22.0, 23, 24.0, 25, 26.0, 27, 28.0,
        29, 30.0, 31, 32.0);

    public static double LibraryImport(int i) => Classic.LibraryImport(
        i, 2.0, 3, 4.0, 5, 6.0, 7, 8.0, 9, 10.0, 11, 12.0, 13, 14.0, 15, 16.0, 17, 18.0, 19, 20.0, 21, 22.0, 23, 24.0, 25, 26.0, 27, 28.0,
        29, 30.0, 31, 32.0);

    public static double NativeFunction(int i) => Bound.Call(
        i, 2.0, 3, 4.0, 5, 6.0, 7, 8.0, 9, 10.0, 11, 12.0, 13, 14.0, 15, 16.0, 17, 18.0, 19, 20.0, 21, 22.0, 23, 24.0, 25, 26.0, 27, 28.0,
        29, 30.0, 31, 32.0);

    public static double Sum<TWay>(Delegate function, int count)
        where TWay : struct
    {
        Function call = (Function)function;
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += call(
                i, 2.0, 3, 4.0, 5, 6.0, 7, 8.0, 9, 10.0, 11, 12.0, 13, 14.0, 15, 16.0, 17, 18.0, 19, 20.0, 21, 22.0, 23, 24.0, 25, 26.0,
                27, 28.0, 29, 30.0, 31, 32.0);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Alone<TWay>(Delegate function, int i)
        where TWay : struct => Unsafe.As<Function>(function)(
            i, 2.0, 3, 4.0, 5, 6.0, 7, 8.0, 9, 10.0, 11, 12.0, 13, 14.0, 15, 16.0, 17, 18.0, 19, 20.0, 21, 22.0, 23, 24.0, 25, 26.0, 27,
                28.0,
            29, 30.0, 31, 32.0);

    public static double NativeCall(nint function, int i) =>
        Ffi.NativeCall.Invoke(function, NativeType.Double, [
            (long)i, 2.0, 3L, 4.0, 5L, 6.0, 7L, 8.0, 9L, 10.0, 11L, 12.0, 13L, 14.0, 15L, 16.0, 17L, 18.0, 19L, 20.0, 21L,
            22.0, 23L, 24.0, 25L, 26.0, 27L, 28.0, 29L, 30.0, 31L, 32.0]).AsDouble();

    [NativeLibrary("benchmarktest")]
    private static partial class Bound
    {
        [NativeFunction("sum_mixed_32")]
        public static partial double Call(
            long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11, double a12,
            long a13, double a14, long a15, double a16, long a17, double a18, long a19, double a20, long a21, double a22, long a23,
            double a24, long a25, double a26, long a27, double a28, long a29, double a30, long a31, double a32);
    }

    private static partial class Classic
    {
        [DllImport("benchmarktest", EntryPoint = "sum_mixed_32")]
        public static extern double DllImport(
            long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11, double a12,
            long a13, double a14, long a15, double a16, long a17, double a18, long a19, double a20, long a21, double a22, long a23,
            double a24, long a25, double a26, long a27, double a28, long a29, double a30, long a31, double a32);

        [LibraryImport("benchmarktest", EntryPoint = "sum_mixed_32")]
        public static partial double LibraryImport(
            long a1, double a2, long a3, double a4, long a5, double a6, long a7, double a8, long a9, double a10, long a11, double a12,
            long a13, double a14, long a15, double a16, long a17, double a18, long a19, double a20, long a21, double a22, long a23,
            double a24, long a25, double a26, long a27, double a28, long a29, double a30, long a31, double a32);
    }
}

/// <summary>The same function in C#, as C calls it: for round trips.</summary>
internal static partial class InterleavedX32Callbacks
{
    [NativeCallback]
    internal static double Receive(

        long a1,
        double a2,
        long a3,
        double a4,
        long a5,
        double a6,
        long a7,
        double a8,
        long a9,
        double a10,
        long a11,
        double a12,
        long a13,
        double a14,
        long a15,
        double a16,
        long a17,
        double a18,
        long a19,
        double a20,
        long a21,
        double a22,
        long a23,
        double a24,
        long a25,
        double a26,
        long a27,
        double a28,
        long a29,
        double a30,
        long a31,
        double a32) => a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11 + a12 + a13 + a14 + a15 + a16 + a17 + a18 + a19 + a20 + a21
            + a22 + a23 + a24 + a25 + a26 + a27 + a28 + a29 + a30 + a31 + a32;
}
