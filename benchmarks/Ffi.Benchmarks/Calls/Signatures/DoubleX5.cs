using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Benchmarks.Calls.Signatures;

/// <summary>5 doubles.</summary>
internal readonly unsafe partial struct DoubleX5 : ISignature<double>
{
    internal delegate double Function(double a, double b, double c, double d, double e);

    public static string EntryPoint => "sum_double_5";

    public static nint Address => CallComparisons.Module.GetSymbol(EntryPoint);

    public static Delegate Typed => CallComparisons.Module.GetFunction<Function>(EntryPoint);

    public static object[] Boxed(int i) => [(double)i, 2.0, 3.0, 4.0, 5.0];

    public static nint Callback => DoubleX5Callbacks.ReceivePointer;

    public static double RawPointer(nint function, int i) =>
        ((delegate* unmanaged<double, double, double, double, double, double>)function)(
            i, 2.0, 3.0, 4.0, 5.0);

    public static double DllImport(int i) => Classic.DllImport(i, 2.0, 3.0, 4.0, 5.0);

    public static double LibraryImport(int i) => Classic.LibraryImport(i, 2.0, 3.0, 4.0, 5.0);

    public static double NativeFunction(int i) => Bound.Call(i, 2.0, 3.0, 4.0, 5.0);

    public static double Sum<TWay>(Delegate function, int count)
        where TWay : struct
    {
        Function call = (Function)function;
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += call(i, 2.0, 3.0, 4.0, 5.0);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Alone<TWay>(Delegate function, int i)
        where TWay : struct => Unsafe.As<Function>(function)(i, 2.0, 3.0, 4.0, 5.0);

    public static double NativeCall(nint function, int i) => Ffi.NativeCall.Invoke(function, NativeType.Double, [
        (double)i, 2.0, 3.0, 4.0, 5.0]).AsDouble();

    [NativeLibrary("benchmarktest")]
    private static partial class Bound
    {
        [NativeFunction("sum_double_5")]
        public static partial double Call(double a, double b, double c, double d, double e);
    }

    private static partial class Classic
    {
        [DllImport("benchmarktest", EntryPoint = "sum_double_5")]
        public static extern double DllImport(double a, double b, double c, double d, double e);

        [LibraryImport("benchmarktest", EntryPoint = "sum_double_5")]
        public static partial double LibraryImport(double a, double b, double c, double d, double e);
    }
}

/// <summary>The same function in C#, as C calls it: for round trips.</summary>
internal static partial class DoubleX5Callbacks
{
    [NativeCallback]
    internal static double Receive(double a, double b, double c, double d, double e) => a + b + c + d + e;
}
