using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Benchmarks.Calls.Signatures;

/// <summary>A double, a struct of two doubles by value, and a double.</summary>
internal readonly unsafe partial struct VectorInTheMiddle : ISignature<double>
{
    private static readonly Vector s_vector = new(2, 3);
    private static readonly NativeType s_vectorType = NativeType.Struct(NativeType.Double, NativeType.Double);

    internal delegate double Function(double before, Vector vector, double after);

    public static string EntryPoint => "weigh_vector";

    public static nint Address => CallComparisons.Module.GetSymbol(EntryPoint);

    public static Delegate Typed => CallComparisons.Module.GetFunction<Function>(EntryPoint);

    public static object[] Boxed(int i) => [(double)i, s_vector, 4.0];

    public static nint Callback => VectorInTheMiddleCallbacks.ReceivePointer;

    public static double RawPointer(nint function, int i) =>
        ((delegate* unmanaged<double, Vector, double, double>)function)(
            i, s_vector, 4.0);

    public static double DllImport(int i) => Classic.DllImport(i, s_vector, 4.0);

    // LibraryImport refuses a struct of the program's own as long as run-time marshalling is on.
    public static bool HasLibraryImport => false;

    public static double LibraryImport(int i) => throw new NotSupportedException();

    public static double NativeFunction(int i) => Bound.Call(i, s_vector, 4.0);

    public static double Sum<TWay>(Delegate function, int count)
        where TWay : struct
    {
        Function call = (Function)function;
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += call(i, s_vector, 4.0);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Alone<TWay>(Delegate function, int i)
        where TWay : struct => Unsafe.As<Function>(function)(i, s_vector, 4.0);

    public static double NativeCall(nint function, int i) => Ffi.NativeCall.Invoke(function, NativeType.Double, [
        (double)i, NativeValue.FromStruct(s_vector, s_vectorType), 4.0]).AsDouble();

    [NativeLibrary("benchmarktest")]
    private static partial class Bound
    {
        [NativeFunction("weigh_vector")]
        public static partial double Call(double before, Vector vector, double after);
    }

    private static class Classic
    {
        [DllImport("benchmarktest", EntryPoint = "weigh_vector")]
        public static extern double DllImport(double before, Vector vector, double after);
    }
}

/// <summary>The same function in C#, as C calls it: for round trips.</summary>
internal static partial class VectorInTheMiddleCallbacks
{
    [NativeCallback]
    internal static double Receive(double before, Vector vector, double after) => before + (2 * vector.X) + (3 * vector.Y) + (4 * after);
}

/// <summary>Sixteen bytes, which travel in two registers.</summary>
internal readonly record struct Vector(double X, double Y);
