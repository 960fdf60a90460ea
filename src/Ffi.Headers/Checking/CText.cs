using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>Types as C programs write them, for messages.</summary>
internal static class CText
{
    public static string Of(CType type) => type switch
    {
        PrimitiveType { Primitive: var primitive } => NameOf(primitive),
        NamedType { Name: var name } => name,
        PointerType { Target: FunctionType } => "function pointer",
        PointerType { Target: var target, IsConst: true } when target is not PointerType => $"const {Of(target)}*",
        PointerType { Target: var target } => $"{Of(target)}*",
        ArrayType { Element: var element, Length: var length } => $"{Of(element)}[{length}]",
        FunctionType => "function",
        _ => type.ToString(),
    };

    private static string NameOf(Primitive primitive) => primitive switch
    {
        Primitive.I8 => "signed char",
        Primitive.U8 => "unsigned char",
        Primitive.I16 => "short",
        Primitive.U16 => "unsigned short",
        Primitive.I32 => "int",
        Primitive.U32 => "unsigned int",
        Primitive.I64 => "int64_t",
        Primitive.U64 => "uint64_t",
        Primitive.ULong => "unsigned long",
        Primitive.F32 => "float",
        Primitive.F64 => "double",
        Primitive.LongDouble => "long double",
        _ => PrimitiveFacts.NameOf(primitive),
    };
}
