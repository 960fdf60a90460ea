using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Benchmarks.Calls.Signatures;

/// <summary>Five integers, then five doubles.</summary>
internal readonly unsafe partial struct TrailingX10 : ISignature<double>
{
    internal delegate double Function(long a, long b, long c, long d, long e, double f, double g, double h, double i, double j);

    public static string EntryPoint => "sum_trailing_10";

    public static nint Address => CallComparisons.Module.GetSymbol(EntryPoint);

    public static Delegate Typed => CallComparisons.Module.GetFunction<Function>(EntryPoint);

    public static object[] Boxed(int i) => [(long)i, 2L, 3L, 4L, 5L, 6.0, 7.0, 8.0, 9.0, 10.0];

    public static nint Callback => TrailingX10Callbacks.ReceivePointer;

    public static double RawPointer(nint function, int i) =>
        ((delegate* unmanaged<long, long, long, long, long, double, double, double, double, double, double>)function)(
            i, 2, 3, 4, 5, 6.0, 7.0, 8.0, 9.0, 10.0);

    public static double DllImport(int i) => Classic.DllImport(i, 2, 3, 4, 5, 6.0, 7.0, 8.0, 9.0, 10.0);

    public static double LibraryImport(int i) => Classic.LibraryImport(i, 2, 3, 4, 5, 6.0, 7.0, 8.0, 9.0, 10.0);

    public static double NativeFunction(int i) => Bound.Call(i, 2, 3, 4, 5, 6.0, 7.0, 8.0, 9.0, 10.0);

    public static double Sum<TWay>(Delegate function, int count)
        where TWay : struct
    {
        Function call = (Function)function;
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += call(i, 2, 3, 4, 5, 6.0, 7.0, 8.0, 9.0, 10.0);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Alone<TWay>(Delegate function, int i)
        where TWay : struct => Unsafe.As<Function>(function)(i, 2, 3, 4, 5, 6.0, 7.0, 8.0, 9.0, 10.0);

    public static double NativeCall(nint function, int i) =>
        Ffi.NativeCall.Invoke(function, NativeType.Double, [(long)i, 2L, 3L, 4L, 5L, 6.0, 7.0, 8.0, 9.0, 10.0]).AsDouble();

    [NativeLibrary("benchmarktest")]
    private static partial class Bound
    {
        [NativeFunction("sum_trailing_10")]
        public static partial double Call(long a, long b, long c, long d, long e, double f, double g, double h, double i, double j);
    }

    private static partial class Classic
    {
        [DllImport("benchmarktest", EntryPoint = "sum_trailing_10")]
        public static extern double DllImport(long a, long b, long c, long d, long e, double f, double g, double h, double i, double j);

        [LibraryImport("benchmarktest", EntryPoint = "sum_trailing_10")]
        public static partial double LibraryImport(
            long a, long b, long c, long d, long e, double f, double g, double h, double i, double j);
    }
}

/// <summary>The same function in C#, as C calls it: for round trips.</summary>
internal static partial class TrailingX10Callbacks
{
    [NativeCallback]
    internal static double Receive(
        long a, long b, long c, long d, long e, double f, double g, double h, double i, double j) => a + b + c + d + e + f + g + h + i + j;
}
