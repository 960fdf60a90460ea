using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Ffi.Tests.Marshalling;

/// <summary>Functions whose arguments and results are passed through custom marshallers.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class MarshallingFunctions
{
    [NativeFunction("halve")] internal static partial Celsius Halve(Celsius value);
    [NativeFunction("halve_in_place")] internal static partial void HalveInPlace(ref Celsius value);
    [NativeFunction("half_of")] internal static partial void HalfOf(Celsius value, out Celsius half);
    [NativeFunction("read_double")] internal static partial double Read(in Celsius value);
    [NativeFunction("weigh_doubles")] internal static partial double Weigh(Celsius[]? values, int count);
    [NativeFunction("weigh_doubles")] internal static partial double Weigh(ReadOnlySpan<Celsius> values, int count);
    [NativeFunction("halve_all")] internal static partial void HalveAll([In, Out] Celsius[] values, int count);

    [NativeFunction("squares_new")]
    [return: MarshalUsing(CountElementName = nameof(written))]
    internal static partial int[] Squares(int count, out int written);

    [NativeFunction("doubles_new")]
    internal static partial void Doubles(int count, [MarshalUsing(CountElementName = nameof(count))] out Celsius[] values);

    [NativeFunction("rotate_texts")] internal static partial void Rotate([In, Out] string[] texts, int count);

    [NativeFunction("utf8_length")] internal static partial long Length([MarshalUsing(typeof(LabelMarshaller))] Label label);
    [NativeFunction("utf8_greeting")] [return: MarshalUsing(typeof(LabelMarshaller))] internal static partial Label Greeting(int which);

    [NativeFunction("utf8_length")]
    internal static partial long AnsiLength([MarshalAs(UnmanagedType.LPStr)] string? text);

    [NativeFunction("utf16_length")]
    internal static partial long BStrLength([MarshalAs(UnmanagedType.BStr)] string? text);

    [NativeFunction(
        "utf16_length",
        StringMarshalling = StringMarshalling.Custom,
        StringMarshallingCustomType = typeof(Utf16StringMarshaller))]
    internal static partial long CustomLength(string? text);
}
