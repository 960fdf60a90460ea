using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Ffi.Porting.Tests;

/// <summary>Functions as they are declared for LibraryImport, but for the attribute's name.</summary>
[NativeLibrary("benchmarktest")]
public sealed unsafe partial class NativeFunctions : IFunctions
{
    // Numbers, enums, pointers, structs by value.
    [NativeFunction("negate_int8")] public static partial sbyte Negate(sbyte value);
    [NativeFunction("complement_uint16")] public static partial ushort Complement(ushort value);
    [NativeFunction("negate_double")] public static partial double Negate(double value);
    [NativeFunction("negate_long")] public static partial CLong Negate(CLong value);
    [NativeFunction("negate_intptr")] public static partial nint Negate(nint value);
    [NativeFunction("negate_int32")] public static partial Level Negate(Level value);
    [NativeFunction("next_id_value")] public static partial IdValue Next(IdValue value);
    [NativeFunction("same_pointer")] public static partial void* Same(void* pointer);

    // bool and char.
    [NativeFunction("not_bool")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool Not([MarshalAs(UnmanagedType.U1)] bool value);

    [NativeFunction("not_bool")]
    [return: MarshalAs(UnmanagedType.I1)]
    public static partial bool NotAsI1([MarshalAs(UnmanagedType.I1)] bool value);

    [NativeFunction("negate_int32")]
    public static partial int NegateBool([MarshalAs(UnmanagedType.Bool)] bool value);

    [NativeFunction("next_char16")]
    [return: MarshalAs(UnmanagedType.U2)]
    public static partial char Next([MarshalAs(UnmanagedType.U2)] char value);

    [NativeFunction("next_char16", StringMarshalling = StringMarshalling.Utf16)]
    public static partial char NextUtf16(char value);

    [NativeFunction("divide")]
    public static partial int Divide(int dividend, int divisor, [MarshalAs(UnmanagedType.Bool)] out bool hasRemainder);

    [NativeFunction("sum_of_int32s")]
    public static partial long Sum([MarshalAs(UnmanagedType.Bool)] in bool value, int length);

    [NativeFunction("fill_int32s")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool Fill([MarshalAs(UnmanagedType.Bool)] ref bool value, int length, int first);

    [NativeFunction("flip_bools")]
    public static partial void Flip([MarshalAs(UnmanagedType.U1)] ref bool value, int length);

    // References, spans, arrays.
    [NativeFunction("divide")]
    public static partial int Divide(int dividend, int divisor, [MarshalAs(UnmanagedType.I4)] out int remainder);

    [NativeFunction("swap_int64s")]
    public static partial void Swap(ref long left, ref long right);

    [NativeFunction("read_int64")]
    public static partial long Read(in long value);

    [NativeFunction("sum_of_int32s")]
    public static partial long Sum(ReadOnlySpan<int> values, int length);

    [NativeFunction("sum_of_int32s")]
    public static partial long SumOfArray(int[]? values, int length);

    [NativeFunction("sum_of_int32s")]
    public static partial long SumOfSizedArray([In, MarshalAs(UnmanagedType.LPArray, SizeParamIndex = 1)] int[] values, int length);

    [NativeFunction("fill_int32s")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool Fill(Span<int> values, int length, int first);

    [NativeFunction("fill_int32s")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool FillArray([Out] int[] values, int length, int first);

    [NativeFunction("move_pixels")]
    public static partial void Move([In, Out] Pixel[] pixels, int length, int right, int down);

    [NativeFunction("dot")]
    public static partial double Dot(ReadOnlySpan<double> left, [In] double[] right, int length);

    [NativeFunction("flip_bools")]
    public static partial void Flip([In, Out, MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.U1)] bool[] values, int length);
    [NativeFunction("squares_new")] [return: MarshalUsing(CountElementName = nameof(written))]
    public static partial int[] Squares(int count, out int written);
    [NativeFunction("squares_new")] [return: MarshalUsing(ConstantElementCount = 4)]
    public static partial int[] FourSquares(int count, out int written);
    [NativeFunction("squares_new")] [return: MarshalAs(UnmanagedType.LPArray, SizeParamIndex = 0)]
    public static partial int[] SizedSquares(int count, out int written);

    // Text.
    [NativeFunction("utf8_hash", StringMarshalling = StringMarshalling.Utf8)]
    public static partial ulong Hash(string? text);

    [NativeFunction("utf16_hash", StringMarshalling = StringMarshalling.Utf16)]
    public static partial ulong Hash16(string? text);

    [NativeFunction("utf8_hash")]
    public static partial ulong HashAsUtf8([MarshalAs(UnmanagedType.LPUTF8Str)] string? text);

    [NativeFunction("utf16_hash")]
    public static partial ulong HashAsUtf16([MarshalAs(UnmanagedType.LPWStr)] string? text);

    [NativeFunction("utf8_length")]
    public static partial long LengthAsAnsi([MarshalAs(UnmanagedType.LPStr)] string? text);

    [NativeFunction("utf16_length")]
    public static partial long LengthAsBStr([MarshalAs(UnmanagedType.BStr)] string? text);

    [LibraryImport(
        "benchmarktest",
        EntryPoint = "utf16_hash",
        StringMarshalling = StringMarshalling.Custom,
        StringMarshallingCustomType = typeof(Utf16StringMarshaller))]
    public static partial ulong HashAsCustom(string? text);

    [NativeFunction("utf8_weigh_lengths_3", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long WeighLengths(string? a, string? b, string? c);
    [NativeFunction("utf8_array_weigh", StringMarshalling = StringMarshalling.Utf8)]
    public static partial long WeighArray(string?[] texts, int count);
    [NativeFunction("rotate_texts", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void Rotate([In, Out] string[] texts, int count);
    [NativeFunction("text_new")] [return: MarshalUsing(typeof(Utf8StringMarshaller))]
    public static partial string? NewText(int length);
    [NativeFunction("text_fill")] public static partial int Fill(Span<byte> target, int capacity);

    // Handles.
    [NativeFunction("handle_open")] public static partial Handle Open(int value);
    [NativeFunction("handle_open_into")] public static partial int Open(int value, out Handle handle);
    [NativeFunction("handle_replace")] public static partial int Replace(ref Handle handle, int value);
    [NativeFunction("handle_weigh_2")] public static partial int Weigh(Handle first, Handle second);
    [NativeFunction("handle_outstanding")] public static partial long Outstanding();

    // Error numbers, conventions, transitions.
    [NativeFunction("fail_with", SetLastError = true)] public static partial int Fail(int error);
    [NativeFunction("fail_with_length", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int FailWithLength(string? text, int error);
    [NativeFunction("negate_int32")] [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int NegateCdecl(int value);
    [NativeFunction("negate_int32")] [SuppressGCTransition] public static partial int NegateFast(int value);
    [NativeFunction("negate_int32")] [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    public static partial int NegateFromHere(int value);

    // Callbacks.
    [NativeFunction("fold_int32")]
    public static partial int Fold(Combine function, int count);

    [NativeFunction("fold_int32")]
    public static partial int FoldPointer(delegate* unmanaged<int, int, int> function, int count);

    // Custom marshallers.
    [NativeFunction("halve")]
    public static partial Celsius Halve(Celsius value);

    [NativeFunction("halve_in_place")]
    public static partial void HalveInPlace(ref Celsius value);

    [NativeFunction("half_of")]
    public static partial void HalfOf(Celsius value, out Celsius half);

    [NativeFunction("read_double")]
    public static partial double Read(in Celsius value);

    [NativeFunction("weigh_doubles")]
    public static partial double Weigh(Celsius[]? values, int count);

    [NativeFunction("weigh_doubles")]
    public static partial double WeighSpan(ReadOnlySpan<Celsius> values, int count);

    [NativeFunction("halve_all")]
    public static partial void HalveAll([In, Out] Celsius[] values, int count);

    [NativeFunction("doubles_new")]
    public static partial void Doubles(int count, [MarshalUsing(CountElementName = nameof(count))] out Celsius[] values);
    [NativeFunction("weigh_doubles")]
    public static partial double WeighNumbers(
        [MarshalUsing(typeof(DecimalMarshaller), ElementIndirectionDepth = 1)] decimal[] values,
        int count);

    [NativeFunction("halve")]
    public static partial double Halve([MarshalUsing(typeof(DecimalMarshaller))] decimal value);

    [NativeFunction("utf8_length")]
    public static partial long Length([MarshalUsing(typeof(ShoutMarshaller))] string text);
}
