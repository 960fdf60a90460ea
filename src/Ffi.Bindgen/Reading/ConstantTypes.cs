using System.Text;
using Ffi.Bindgen.Clang;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>The types of macros.</summary>
internal static class ConstantTypes
{
    /// <summary>The digest's type for a number's; null if it is none.</summary>
    public static CType? Of(TypeKind kind) => kind switch
    {
        TypeKind.Bool => new PrimitiveType(Primitive.Bool),
        TypeKind.SignedPlainChar or TypeKind.UnsignedPlainChar => new PrimitiveType(Primitive.Char),
        TypeKind.SignedChar => new PrimitiveType(Primitive.I8),
        TypeKind.UnsignedChar => new PrimitiveType(Primitive.U8),
        TypeKind.Short => new PrimitiveType(Primitive.I16),
        TypeKind.UnsignedShort => new PrimitiveType(Primitive.U16),
        TypeKind.Int or TypeKind.Enum => new PrimitiveType(Primitive.I32),
        TypeKind.UnsignedInt => new PrimitiveType(Primitive.U32),
        TypeKind.Long => new PrimitiveType(Primitive.Long),
        TypeKind.UnsignedLong => new PrimitiveType(Primitive.ULong),
        TypeKind.LongLong => new PrimitiveType(Primitive.I64),
        TypeKind.UnsignedLongLong => new PrimitiveType(Primitive.U64),
        TypeKind.Float => new PrimitiveType(Primitive.F32),
        TypeKind.Double => new PrimitiveType(Primitive.F64),
        TypeKind.LongDouble => new PrimitiveType(Primitive.LongDouble),
        _ => null,
    };

    /// <summary>Whether text has characters of more than a byte. libclang can't evaluate it.</summary>
    public static bool IsWide(string body) =>
        body.StartsWith("L\"", StringComparison.Ordinal)
        || body.StartsWith("u\"", StringComparison.Ordinal)
        || body.StartsWith("U\"", StringComparison.Ordinal);

    /// <summary>What one character of a text is.</summary>
    public static CType CharacterOf(string body) => new PrimitiveType(!IsWide(body) ? Primitive.Char : body[0] switch
    {
        'u' => Primitive.Char16T,
        'U' => Primitive.Char32T,
        _ => Primitive.WCharT,
    });

    /// <summary>How many of them a text has.</summary>
    public static long UnitsOf(this TextValue text, string body) =>
        IsWide(body) ? text.Value.Length : Encoding.UTF8.GetByteCount(text.Value);
}
