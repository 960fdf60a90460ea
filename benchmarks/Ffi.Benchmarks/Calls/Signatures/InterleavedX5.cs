using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Benchmarks.Calls.Signatures;

/// <summary>5 integers and doubles in turn.</summary>
internal readonly unsafe partial struct InterleavedX5 : ISignature<double>
{
    internal delegate double Function(long a, double b, long c, double d, long e);

    public static string EntryPoint => "sum_mixed_5";

    public static nint Address => CallComparisons.Module.GetSymbol(EntryPoint);

    public static Delegate Typed => CallComparisons.Module.GetFunction<Function>(EntryPoint);

    public static object[] Boxed(int i) => [(long)i, 2.0, 3L, 4.0, 5L];

    public static nint Callback => InterleavedX5Callbacks.ReceivePointer;

    public static double RawPointer(nint function, int i) =>
        ((delegate* unmanaged<long, double, long, double, long, double>)function)(
            i, 2.0, 3, 4.0, 5);

    public static double DllImport(int i) => Classic.DllImport(i, 2.0, 3, 4.0, 5);

    public static double LibraryImport(int i) => Classic.LibraryImport(i, 2.0, 3, 4.0, 5);

    public static double NativeFunction(int i) => Bound.Call(i, 2.0, 3, 4.0, 5);

    public static double Sum<TWay>(Delegate function, int count)
        where TWay : struct
    {
        Function call = (Function)function;
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += call(i, 2.0, 3, 4.0, 5);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Alone<TWay>(Delegate function, int i)
        where TWay : struct => Unsafe.As<Function>(function)(i, 2.0, 3, 4.0, 5);

    public static double NativeCall(nint function, int i) => Ffi.NativeCall.Invoke(function, NativeType.Double, [
        (long)i, 2.0, 3L, 4.0, 5L]).AsDouble();

    [NativeLibrary("benchmarktest")]
    private static partial class Bound
    {
        [NativeFunction("sum_mixed_5")]
        public static partial double Call(long a, double b, long c, double d, long e);
    }

    private static partial class Classic
    {
        [DllImport("benchmarktest", EntryPoint = "sum_mixed_5")]
        public static extern double DllImport(long a, double b, long c, double d, long e);

        [LibraryImport("benchmarktest", EntryPoint = "sum_mixed_5")]
        public static partial double LibraryImport(long a, double b, long c, double d, long e);
    }
}

/// <summary>The same function in C#, as C calls it: for round trips.</summary>
internal static partial class InterleavedX5Callbacks
{
    [NativeCallback]
    internal static double Receive(long a, double b, long c, double d, long e) => a + b + c + d + e;
}
