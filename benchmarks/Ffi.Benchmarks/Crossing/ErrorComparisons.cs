using System.Runtime.InteropServices;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Crossing;

/// <summary>The error number of a call.</summary>
internal static class ErrorComparisons
{
    /// <summary>The comparisons.</summary>
    public static IEnumerable<Comparison> All { get; } =
    [
        new(
            "Errors",
            "errno",
            new Way("RawPointer", Loops.InLoop<RawPointer, int>(default)),
            new Way("RawPointer, SetLastPInvokeError", Loops.InLoop<RawPointerAndNote, int>(default)),
            new Way("LibraryImport", Loops.InLoop<LibraryImport, int>(default)),
            new Way("NativeFunction", Loops.InLoop<NativeFunction, int>(default)),
            new Way("NativeFunction, LastError", Loops.InLoop<NativeFunctionWithResult, int>(default))),
    ];

    private readonly unsafe struct RawPointer : ICall<int>
    {
        private static readonly delegate* unmanaged<int, int, int> s_function =
            (delegate* unmanaged<int, int, int>)Calls.CallComparisons.Module.GetSymbol("add_int32");

        public int Invoke(int i) => s_function(i, 2);
    }

    // What is left when reading and clearing the error costs nothing: keeping it where Marshal.GetLastPInvokeError finds it.
    private readonly struct RawPointerAndNote : ICall<int>
    {
        public int Invoke(int i)
        {
            int sum = default(RawPointer).Invoke(i);
            Marshal.SetLastPInvokeError(0);
            return sum;
        }
    }

    private readonly struct LibraryImport : ICall<int>
    {
        public int Invoke(int i) => ClassicErrors.Add(i, 2);
    }

    private readonly struct NativeFunction : ICall<int>
    {
        public int Invoke(int i) => Errors.Add(i, 2);
    }

    private readonly struct NativeFunctionWithResult : ICall<int>
    {
        public int Invoke(int i) => Errors.Add(i, 2, out int error) + error;
    }
}

/// <summary>The function as we bind it.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class Errors
{
    [NativeFunction("add_int32", SetLastError = true)]
    public static partial int Add(int left, int right);

    [NativeFunction("add_int32")]
    public static partial int Add(int left, int right, [LastError] out int error);
}

/// <summary>The same by LibraryImport.</summary>
internal static partial class ClassicErrors
{
    [LibraryImport("benchmarktest", EntryPoint = "add_int32", SetLastError = true)]
    public static partial int Add(int left, int right);
}
