namespace Ffi.Headers.Checking.Declarations;

/// <summary>What C# calls a shape.</summary>
internal static class ShapeText
{
    public static string Of(ValueShape shape) => shape switch
    {
        VoidShape => "void",
        IntegerShape integer => OfInteger(integer),
        FloatShape { Bytes: 2 } => "Half",
        FloatShape { Bytes: 4 } => "float",
        FloatShape => "double",
        BooleanShape => "bool",
        CharacterShape => "char",
        EnumShape { Enum.Name: var name } => name,
        AddressShape => "void*",
        PointerShape { Kind: PointerKind.In } pointer => $"in {pointer.Target}",
        PointerShape { Kind: PointerKind.Ref } pointer => $"ref {pointer.Target}",
        PointerShape { Kind: PointerKind.Out } pointer => $"out {pointer.Target}",
        PointerShape { Kind: PointerKind.Array } pointer => $"{pointer.Target}[]",
        PointerShape { Kind: PointerKind.Class } pointer => pointer.Target.ToString(),
        PointerShape pointer => $"{pointer.Target}*",
        TextShape { IsBuffer: true } => "StringBuilder",
        TextShape => "string",
        StructShape { Struct.Name: var name } => name,
        CallbackShape { Callback.Name: var name } => name,
        FixedArrayShape array => $"{array.Element}[{array.Length}]",
        _ => "?",
    };

    private static string OfInteger(IntegerShape integer) => (integer.Width, integer.IsSigned) switch
    {
        (IntegerWidth.One, true) => "sbyte",
        (IntegerWidth.One, false) => "byte",
        (IntegerWidth.Two, true) => "short",
        (IntegerWidth.Two, false) => "ushort",
        (IntegerWidth.Four, true) => "int",
        (IntegerWidth.Four, false) => "uint",
        (IntegerWidth.Eight, true) => "long",
        (IntegerWidth.Eight, false) => "ulong",
        (IntegerWidth.Sixteen, true) => "Int128",
        (IntegerWidth.Sixteen, false) => "UInt128",
        (IntegerWidth.Native, true) => "nint",
        (IntegerWidth.Native, false) => "nuint",
        (_, true) => "CLong",
        _ => "CULong",
    };
}
