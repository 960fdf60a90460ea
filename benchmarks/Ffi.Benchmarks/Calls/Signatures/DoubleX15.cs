using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Benchmarks.Calls.Signatures;

/// <summary>15 doubles.</summary>
internal readonly unsafe partial struct DoubleX15 : ISignature<double>
{
    internal delegate double Function(
        double a, double b, double c, double d, double e, double f, double g, double h, double i, double j, double k, double l, double m,
        double n, double o);

    public static string EntryPoint => "sum_double_15";

    public static nint Address => CallComparisons.Module.GetSymbol(EntryPoint);

    public static Delegate Typed => CallComparisons.Module.GetFunction<Function>(EntryPoint);

    public static object[] Boxed(int i) => [(double)i, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0];

    public static nint Callback => DoubleX15Callbacks.ReceivePointer;

    public static double RawPointer(nint function, int i) =>
        ((delegate* unmanaged<
            double, double, double, double, double, double, double, double, double, double, double, double, double, double,
            double, double>)function)(
            i, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0);

    public static double DllImport(int i) => Classic.DllImport(
        i, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0);

    public static double LibraryImport(int i) => Classic.LibraryImport(
        i, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0);

    public static double NativeFunction(int i) => Bound.Call(i, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0);

    public static double Sum<TWay>(Delegate function, int count)
        where TWay : struct
    {
        Function call = (Function)function;
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += call(i, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Alone<TWay>(Delegate function, int i)
        where TWay : struct => Unsafe.As<Function>(function)(
            i, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0);

    public static double NativeCall(nint function, int i) =>
        Ffi.NativeCall.Invoke(function, NativeType.Double, [
            (double)i, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0]).AsDouble();

    [NativeLibrary("benchmarktest")]
    private static partial class Bound
    {
        [NativeFunction("sum_double_15")]
        public static partial double Call(
            double a, double b, double c, double d, double e, double f, double g, double h, double i, double j, double k, double l,
            double m, double n, double o);
    }

    private static partial class Classic
    {
        [DllImport("benchmarktest", EntryPoint = "sum_double_15")]
        public static extern double DllImport(
            double a, double b, double c, double d, double e, double f, double g, double h, double i, double j, double k, double l,
            double m, double n, double o);

        [LibraryImport("benchmarktest", EntryPoint = "sum_double_15")]
        public static partial double LibraryImport(
            double a, double b, double c, double d, double e, double f, double g, double h, double i, double j, double k, double l,
            double m, double n, double o);
    }
}

/// <summary>The same function in C#, as C calls it: for round trips.</summary>
internal static partial class DoubleX15Callbacks
{
    [NativeCallback]
    internal static double Receive(
        double a, double b, double c, double d, double e, double f, double g,
        double h, double i, double j, double k, double l, double m, double n,
        double o) => a + b + c + d + e + f + g + h + i + j + k + l + m + n + o;
}
