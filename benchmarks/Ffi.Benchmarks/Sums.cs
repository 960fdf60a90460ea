using System.Runtime.InteropServices;

namespace Ffi.Benchmarks;

/// <summary>The functions that are called, each bound by <c>[NativeFunction]</c>.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class Sums
{
    [NativeFunction("sum_int64_0")]
    public static partial long Of0();

    [NativeFunction("sum_int64_2")]
    public static partial long Of2(long a, long b);

    [NativeFunction("sum_int64_5")]
    public static partial long Of5(long a, long b, long c, long d, long e);

    [NativeFunction("sum_int64_15")]
    public static partial long Of15(
        long a, long b, long c, long d, long e, long f, long g, long h, long i, long j, long k, long l, long m, long n, long o);
}

/// <summary>The same, bound to an instance.</summary>
[NativeLibrary]
internal sealed partial class InstanceSums
{
    [NativeFunction("sum_int64_2")]
    public partial long Of2(long a, long b);
}

/// <summary>The same, by the runtime's own ways.</summary>
internal static partial class ClassicSums
{
    [DllImport("benchmarktest", EntryPoint = "sum_int64_2")]
    public static extern long DllImport2(long a, long b);

    [LibraryImport("benchmarktest", EntryPoint = "sum_int64_0")]
    public static partial long LibraryImport0();

    [LibraryImport("benchmarktest", EntryPoint = "sum_int64_2")]
    public static partial long LibraryImport2(long a, long b);

    [LibraryImport("benchmarktest", EntryPoint = "sum_int64_5")]
    public static partial long LibraryImport5(long a, long b, long c, long d, long e);

    [LibraryImport("benchmarktest", EntryPoint = "sum_int64_15")]
    public static partial long LibraryImport15(
        long a, long b, long c, long d, long e, long f, long g, long h, long i, long j, long k, long l, long m, long n, long o);
}

/// <summary>A delegate type that <see cref="Marshal"/> takes; it refuses generic ones.</summary>
internal delegate long Sum2(long a, long b);
