using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Benchmarks.Calls.Signatures;

/// <summary>One integer of 64 bits.</summary>
internal readonly unsafe partial struct Int64X1 : ISignature<long>
{
    internal delegate long Function(long a);

    public static string EntryPoint => "sum_int64_1";

    public static nint Address => CallComparisons.Module.GetSymbol(EntryPoint);

    public static Delegate Typed => CallComparisons.Module.GetFunction<Function>(EntryPoint);

    public static object[] Boxed(int i) => [(long)i];

    public static nint Callback => Int64X1Callbacks.ReceivePointer;

    public static long RawPointer(nint function, int i) => ((delegate* unmanaged<long, long>)function)(i);

    public static long DllImport(int i) => Classic.DllImport(i);

    public static long LibraryImport(int i) => Classic.LibraryImport(i);

    public static long NativeFunction(int i) => Bound.Call(i);

    public static long Sum<TWay>(Delegate function, int count)
        where TWay : struct
    {
        Function call = (Function)function;
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += call(i);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Alone<TWay>(Delegate function, int i)
        where TWay : struct => Unsafe.As<Function>(function)(i);

    public static long NativeCall(nint function, int i) => Ffi.NativeCall.Invoke(function, NativeType.Int64, [(long)i]).AsInt64();

    [NativeLibrary("benchmarktest")]
    private static partial class Bound
    {
        [NativeFunction("sum_int64_1")]
        public static partial long Call(long a);
    }

    private static partial class Classic
    {
        [DllImport("benchmarktest", EntryPoint = "sum_int64_1")]
        public static extern long DllImport(long a);

        [LibraryImport("benchmarktest", EntryPoint = "sum_int64_1")]
        public static partial long LibraryImport(long a);
    }
}

/// <summary>The same function in C#, as C calls it: for round trips.</summary>
internal static partial class Int64X1Callbacks
{
    [NativeCallback]
    internal static long Receive(long a) => a;
}
