using System.Runtime.InteropServices;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Crossing;

/// <summary>Memory pinned for a call.</summary>
internal static class SpanComparisons
{
    /// <summary>The comparisons.</summary>
    public static IEnumerable<Comparison> All { get; } = Of(new byte[256]);

    private static Comparison[] Of(byte[] bytes) =>
    [
        new(
            "Spans",
            "span of bytes",
            new Way("RawPointer", Loops.InLoop<RawPointer, int>(new(bytes))),
            new Way("LibraryImport", Loops.InLoop<LibraryImport, int>(new(bytes))),
            new Way("NativeFunction", Loops.InLoop<NativeFunction, int>(new(bytes)))),
        new(
            "Spans",
            "array of bytes",
            new Way("RawPointer", Loops.InLoop<RawPointer, int>(new(bytes))),
            new Way("LibraryImport", Loops.InLoop<LibraryImportOfArray, int>(new(bytes))),
            new Way("NativeFunction", Loops.InLoop<NativeFunctionOfArray, int>(new(bytes)))),
    ];

    private readonly unsafe struct RawPointer(byte[] bytes) : ICall<int>
    {
        private static readonly delegate* unmanaged<byte*, byte> s_function =
            (delegate* unmanaged<byte*, byte>)Calls.CallComparisons.Module.GetSymbol("is_null");

        public int Invoke(int i)
        {
            fixed (byte* pointer = bytes)
            {
                return s_function(pointer);
            }
        }
    }

    private readonly struct LibraryImport(byte[] bytes) : ICall<int>
    {
        public int Invoke(int i) => ClassicSpans.IsNull(bytes.AsSpan());
    }

    private readonly struct NativeFunction(byte[] bytes) : ICall<int>
    {
        public int Invoke(int i) => Spans.IsNull(bytes.AsSpan());
    }

    private readonly struct LibraryImportOfArray(byte[] bytes) : ICall<int>
    {
        public int Invoke(int i) => ClassicSpans.IsNull(bytes);
    }

    private readonly struct NativeFunctionOfArray(byte[] bytes) : ICall<int>
    {
        public int Invoke(int i) => Spans.IsNull(bytes);
    }
}

/// <summary>The function as we bind it.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class Spans
{
    [NativeFunction("is_null")]
    public static partial byte IsNull(ReadOnlySpan<byte> bytes);

    [NativeFunction("is_null")]
    public static partial byte IsNull(byte[] bytes);
}

/// <summary>The same by LibraryImport.</summary>
internal static partial class ClassicSpans
{
    [LibraryImport("benchmarktest", EntryPoint = "is_null")]
    public static partial byte IsNull(ReadOnlySpan<byte> bytes);

    [LibraryImport("benchmarktest", EntryPoint = "is_null")]
    public static partial byte IsNull(byte[] bytes);
}
