using System.Runtime.InteropServices;
using Ffi.Tests.Marshalling;

namespace Ffi.Tests.Calls.Pinning;

/// <summary>The fixture's pointer functions, each in the shapes that a C# caller may have in hand.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class Pointers
{
    internal record struct Pixel(int X, int Y);

    [NativeFunction("is_null")] internal static partial bool IsNull(ref int value);
    [NativeFunction("is_null")] internal static partial bool IsNullIn(in int value);
    [NativeFunction("is_null")] internal static partial bool IsNull(Span<int> values);
    [NativeFunction("is_null")] internal static partial bool IsNull(ReadOnlySpan<double> values);
    [NativeFunction("is_null")] internal static partial bool IsNull(int[]? values);
    [NativeFunction("is_null")] internal static partial bool IsNull(Memory<int> values);
    [NativeFunction("is_null")] internal static partial bool IsNull(ReadOnlyMemory<Pixel> values);
    [NativeFunction("is_null")] internal static partial bool IsNull(nint pointer);

    [NativeFunction("is_null")]
    internal static unsafe partial bool IsNull(int*[]? values);

    [NativeFunction("is_null")]
    internal static unsafe partial bool IsNull(delegate* unmanaged<int>[]? values);

    [NativeFunction("is_null")]
    internal static partial bool IsNull(PinnedBuffer<int> values);

    [NativeFunction("is_null")]
    internal static partial bool IsNullText([NulTerminated] ReadOnlySpan<byte> text);

    [NativeFunction("is_null")]
    internal static partial bool IsNullText(ReadOnlySpan<char> text);

    [NativeFunction("is_null", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial bool IsNullText16(ReadOnlySpan<char> text);

    [NativeFunction("is_null", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial bool IsNullView16([NulTerminated] ReadOnlySpan<char> text);

    [NativeFunction("is_null")]
    internal static partial bool IsNullText(string? text);

    [NativeFunction("is_null", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial bool IsNullText16(string? text);

    [NativeFunction("is_null")]
    internal static partial bool IsNull(string?[]? texts);

    [NativeFunction("is_null")]
    internal static partial bool IsNull(ReadOnlySpan<string?> texts);

    [NativeFunction("is_null")]
    internal static partial bool IsNull(ReadOnlyMemory<char> units);

    [NativeFunction("is_null")]
    internal static partial bool IsNull(Celsius[]? values);

    [NativeFunction("is_null")]
    internal static partial bool IsNull(ReadOnlySpan<Celsius> values);

    [NativeFunction("is_null")]
    internal static partial bool IsNull(Span<Celsius> values);

    [NativeFunction("same_pointer")] internal static unsafe partial nint AddressOf(int*[] values);
    [NativeFunction("same_pointer")] internal static partial nint AddressOf(Span<int> values);
    [NativeFunction("same_pointer")] internal static partial nint AddressOf(int[] values);
    [NativeFunction("same_pointer")] internal static partial nint AddressOf(Memory<int> values);

    [NativeFunction("sum_of_int32s")] internal static partial long Sum(ReadOnlySpan<int> values, int length);
    [NativeFunction("sum_of_int32s")] internal static partial long Sum(int[]? values, int length);
    [NativeFunction("sum_of_int32s")] internal static partial long Sum(ReadOnlyMemory<int> values, int length);
    [NativeFunction("sum_of_int32s")] internal static unsafe partial long Sum(int* values, int length);

    [NativeFunction("fill_int32s")] internal static partial bool Fill(Span<int> values, int length, int first);
    [NativeFunction("fill_int32s")] internal static partial bool Fill(int[]? values, int length, int first);
    [NativeFunction("fill_int32s")] internal static partial bool Fill(Memory<int> values, int length, int first);
    [NativeFunction("fill_int32s_later")]
    internal static unsafe partial void FillLater(Span<int> values, int length, int first, int* arrived, int* told);
    [NativeFunction("fill_int32s_later")]
    internal static unsafe partial void FillLater(int[] values, int length, int first, int* arrived, int* told);
    [NativeFunction("fill_int32s_later")]
    internal static unsafe partial void FillLater(Memory<int> values, int length, int first, int* arrived, int* told);
    [NativeFunction("fill_int32s_later")]
    internal static unsafe partial void FillLater(ref int values, int length, int first, int* arrived, int* told);

    [NativeFunction("dot")] internal static partial double Dot(ReadOnlySpan<double> left, double[] right, int length);
    [NativeFunction("move_pixels")] internal static partial void Move(Span<Pixel> pixels, int length, int right, int down);
    [NativeFunction("divide")] internal static partial int Divide(int dividend, int divisor, out int remainder);
    [NativeFunction("swap_int64s")] internal static partial void Swap(ref long left, ref long right);
    [NativeFunction("read_int64")] internal static partial long Read(in long value);
    [NativeFunction("flip_bools")] internal static partial void Flip(Span<bool> values, int length);
}

/// <summary>The same functions as delegates, and what C passes to one.</summary>
internal delegate nint AddressOfSpan(Span<int> values);

internal delegate nint AddressOfArray(int[]? values);

internal delegate nint AddressOfReadOnlySpan(ReadOnlySpan<double> values);

internal unsafe delegate nint AddressOfPointers(int*[]? values);
