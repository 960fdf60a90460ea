using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>What shapes are on a platform.</summary>
internal static class ShapeFacts
{
    public static int SizeOf(IntegerWidth width, Platform platform) => width switch
    {
        IntegerWidth.Native => 8,
        IntegerWidth.CLong => PrimitiveFacts.SizeOf(Primitive.Long, platform),
        _ => (int)width,
    };

    /// <summary>The size of one value of a shape; null if it can't be known.</summary>
    public static long? SizeOf(ValueShape shape, Platform platform) => shape switch
    {
        IntegerShape integer => SizeOf(integer.Width, platform),
        EnumShape { Enum.Underlying: var underlying } => SizeOf(underlying.Width, platform),
        FloatShape { Bytes: var bytes } => bytes,
        BooleanShape { Bytes: var bytes } => bytes,
        CharacterShape { Bytes: var bytes } => bytes,
        AddressShape or PointerShape or TextShape or CallbackShape => 8,
        StructShape { Struct: var type } => ManagedLayout.Of(type, platform)?.Size,
        FixedArrayShape array => SizeOf(array.Element, platform) * array.Length,
        _ => null,
    };

    /// <summary>The whole number that is passed, of a number or an enum.</summary>
    public static IntegerShape? IntegerOf(ValueShape shape) => shape switch
    {
        IntegerShape integer => integer,
        EnumShape { Enum.Underlying: var underlying } => underlying,
        _ => null,
    };

    /// <summary>Whether it is an address, and may be nothing else.</summary>
    public static bool IsAddress(ValueShape shape) => shape is AddressShape or PointerShape or TextShape or CallbackShape;

    /// <summary>Whether it may be an address: the above and <c>nint</c>.</summary>
    public static bool MayBeAddress(ValueShape shape) => IsAddress(shape) || shape is IntegerShape { Width: IntegerWidth.Native };

    /// <summary>A struct of one field is that field, in registers and in memory.</summary>
    public static ValueShape Unwrap(ValueShape shape)
    {
        for (
            int depth = 0;
            depth < 8
                && shape
                    is StructShape
                    {
                        Struct: { IsAuto: false, Size: 0, Fields: [{ Offset: null or 0, Shape: not FixedArrayShape } field] }
                    };
            depth++)
        {
            shape = field.Shape;
        }

        return shape;
    }

    /// <summary>The encoding of text on a platform: the bytes of one unit.</summary>
    public static int UnitOf(TextEncoding encoding, Platform platform) => encoding switch
    {
        TextEncoding.Bytes => 1,
        TextEncoding.Utf16 => 2,
        TextEncoding.Utf32 => 4,
        TextEncoding.Wide => PrimitiveFacts.SizeOf(Primitive.WCharT, platform),
        _ => platform is Platform.WinX64 or Platform.WinArm64 ? 2 : 1,
    };

    /// <summary>What the sort of value is called.</summary>
    public static string KindOf(ValueShape shape) => shape switch
    {
        FloatShape { Bytes: var bytes } => $"a floating-point number of {Bytes(bytes)}",
        BooleanShape => "a truth value",
        CharacterShape => "a character",
        TextShape => "text",
        CallbackShape => "a function's address",
        StructShape => "a struct",
        VoidShape => "nothing",
        _ when IsAddress(shape) => "a pointer",
        _ => "a whole number",
    };

    public static string Bytes(long count) => count == 1 ? "1 byte" : $"{count} bytes";
}
