using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Benchmarks.Calls.Signatures;

/// <summary>0 integers of 64 bits.</summary>
internal readonly unsafe partial struct Int64X0 : ISignature<long>
{
    internal delegate long Function();

    public static string EntryPoint => "sum_int64_0";

    public static nint Address => CallComparisons.Module.GetSymbol(EntryPoint);

    public static Delegate Typed => CallComparisons.Module.GetFunction<Function>(EntryPoint);

    public static object[] Boxed(int i) => [];

    public static nint Callback => Int64X0Callbacks.ReceivePointer;

    public static long RawPointer(nint function, int i) => ((delegate* unmanaged<long>)function)();

    public static long DllImport(int i) => Classic.DllImport();

    public static long LibraryImport(int i) => Classic.LibraryImport();

    public static long NativeFunction(int i) => Bound.Call();

    public static long Sum<TWay>(Delegate function, int count)
        where TWay : struct
    {
        Function call = (Function)function;
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += call();
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Alone<TWay>(Delegate function, int i)
        where TWay : struct => Unsafe.As<Function>(function)();

    public static long NativeCall(nint function, int i) => Ffi.NativeCall.Invoke(function, NativeType.Int64, []).AsInt64();

    [NativeLibrary("benchmarktest")]
    private static partial class Bound
    {
        [NativeFunction("sum_int64_0")]
        public static partial long Call();
    }

    private static partial class Classic
    {
        [DllImport("benchmarktest", EntryPoint = "sum_int64_0")]
        public static extern long DllImport();

        [LibraryImport("benchmarktest", EntryPoint = "sum_int64_0")]
        public static partial long LibraryImport();
    }
}

/// <summary>The same function in C#, as C calls it: for round trips.</summary>
internal static partial class Int64X0Callbacks
{
    [NativeCallback]
    internal static long Receive() => 0;
}
