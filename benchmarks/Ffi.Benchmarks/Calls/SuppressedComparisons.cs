using System.Runtime.InteropServices;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Calls;

/// <summary>A call that stays in the garbage collector's sight, for functions that return at once.</summary>
internal static class SuppressedComparisons
{
    /// <summary>The comparisons.</summary>
    public static IEnumerable<Comparison> All { get; } =
    [
        new(
            "SuppressGCTransition",
            "2args",
            new Way("RawPointer", Loops.InLoop<RawPointer, long>(new(CallComparisons.Module.GetSymbol("sum_int64_2")))),
            new Way("RawPointer, field", Loops.InLoop<RawPointerInField, long>(default)),
            new Way("LibraryImport", Loops.InLoop<LibraryImport, long>(default)),
            new Way("NativeFunction", Loops.InLoop<NativeFunction, long>(default))),
    ];

    private readonly unsafe struct RawPointer(nint function) : ICall<long>
    {
        public long Invoke(int i) => ((delegate* unmanaged[SuppressGCTransition]<long, long, long>)function)(i, 2);
    }

    // Where a program keeps such a pointer: not in a register, as the loop above does.
    private readonly unsafe struct RawPointerInField : ICall<long>
    {
        private static delegate* unmanaged[SuppressGCTransition]<long, long, long> s_function;

        public long Invoke(int i)
        {
            if (s_function is null)
            {
                s_function = (delegate* unmanaged[SuppressGCTransition]<long, long, long>)CallComparisons.Module.GetSymbol("sum_int64_2");
            }

            return s_function(i, 2);
        }
    }

    private readonly struct LibraryImport : ICall<long>
    {
        public long Invoke(int i) => ClassicShortSums.Sum(i, 2);
    }

    private readonly struct NativeFunction : ICall<long>
    {
        public long Invoke(int i) => ShortSums.Sum(i, 2);
    }
}

/// <summary>The function as we bind it.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class ShortSums
{
    [NativeFunction("sum_int64_2"), SuppressGCTransition]
    public static partial long Sum(long left, long right);
}

/// <summary>The same by LibraryImport.</summary>
internal static partial class ClassicShortSums
{
    [LibraryImport("benchmarktest", EntryPoint = "sum_int64_2"), SuppressGCTransition]
    public static partial long Sum(long left, long right);
}
