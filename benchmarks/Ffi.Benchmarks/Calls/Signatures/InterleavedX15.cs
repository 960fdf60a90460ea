using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Benchmarks.Calls.Signatures;

/// <summary>15 integers and doubles in turn.</summary>
internal readonly unsafe partial struct InterleavedX15 : ISignature<double>
{
    internal delegate double Function(
        long a, double b, long c, double d, long e, double f, long g, double h, long i, double j, long k, double l, long m, double n,
        long o);

    public static string EntryPoint => "sum_mixed_15";

    public static nint Address => CallComparisons.Module.GetSymbol(EntryPoint);

    public static Delegate Typed => CallComparisons.Module.GetFunction<Function>(EntryPoint);

    public static object[] Boxed(int i) => [(long)i, 2.0, 3L, 4.0, 5L, 6.0, 7L, 8.0, 9L, 10.0, 11L, 12.0, 13L, 14.0, 15L];

    public static nint Callback => InterleavedX15Callbacks.ReceivePointer;

    public static double RawPointer(nint function, int i) =>
        ((delegate* unmanaged<
            long, double, long, double, long, double, long, double, long, double, long, double, long, double, long, double>)function)(
            i, 2.0, 3, 4.0, 5, 6.0, 7, 8.0, 9, 10.0, 11, 12.0, 13, 14.0, 15);

    public static double DllImport(int i) => Classic.DllImport(i, 2.0, 3, 4.0, 5, 6.0, 7, 8.0, 9, 10.0, 11, 12.0, 13, 14.0, 15);

    public static double LibraryImport(int i) => Classic.LibraryImport(i, 2.0, 3, 4.0, 5, 6.0, 7, 8.0, 9, 10.0, 11, 12.0, 13, 14.0, 15);

    public static double NativeFunction(int i) => Bound.Call(i, 2.0, 3, 4.0, 5, 6.0, 7, 8.0, 9, 10.0, 11, 12.0, 13, 14.0, 15);

    public static double Sum<TWay>(Delegate function, int count)
        where TWay : struct
    {
        Function call = (Function)function;
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += call(i, 2.0, 3, 4.0, 5, 6.0, 7, 8.0, 9, 10.0, 11, 12.0, 13, 14.0, 15);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Alone<TWay>(Delegate function, int i)
        where TWay : struct => Unsafe.As<Function>(function)(i, 2.0, 3, 4.0, 5, 6.0, 7, 8.0, 9, 10.0, 11, 12.0, 13, 14.0, 15);

    public static double NativeCall(nint function, int i) =>
        Ffi.NativeCall.Invoke(function, NativeType.Double, [
            (long)i, 2.0, 3L, 4.0, 5L, 6.0, 7L, 8.0, 9L, 10.0, 11L, 12.0, 13L, 14.0, 15L]).AsDouble();

    [NativeLibrary("benchmarktest")]
    private static partial class Bound
    {
        [NativeFunction("sum_mixed_15")]
        public static partial double Call(
            long a, double b, long c, double d, long e, double f, long g, double h, long i, double j, long k, double l, long m, double n,
            long o);
    }

    private static partial class Classic
    {
        [DllImport("benchmarktest", EntryPoint = "sum_mixed_15")]
        public static extern double DllImport(
            long a, double b, long c, double d, long e, double f, long g, double h, long i, double j, long k, double l, long m, double n,
            long o);

        [LibraryImport("benchmarktest", EntryPoint = "sum_mixed_15")]
        public static partial double LibraryImport(
            long a, double b, long c, double d, long e, double f, long g, double h, long i, double j, long k, double l, long m, double n,
            long o);
    }
}

/// <summary>The same function in C#, as C calls it: for round trips.</summary>
internal static partial class InterleavedX15Callbacks
{
    [NativeCallback]
    internal static double Receive(
        long a, double b, long c, double d, long e, double f, long g,
        double h, long i, double j, long k, double l, long m, double n,
        long o) => a + b + c + d + e + f + g + h + i + j + k + l + m + n + o;
}
