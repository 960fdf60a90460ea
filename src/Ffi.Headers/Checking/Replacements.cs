using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>The C# types that say what C says, where one edit does it.</summary>
internal static class Replacements
{
    /// <summary>The type for a value of C, or for a pointer to such values; null if there is none that is right on all platforms.</summary>
    public static string? Of(CType type, DigestIndex index, PointerShape? pointer)
    {
        string?[] names =
        [
            .. index
                .Digest.Platforms.Select(platform =>
                    index.Resolve(type, platform) is PrimitiveType { Primitive: var primitive } ? NameOf(primitive) : null)
                .Distinct(),
        ];
        return names is not [{ } name] ? null
            : pointer is null ? name
            : OfPointer(name, pointer);
    }

    /// <summary>A pointer to values of a type, written as another pointer is.</summary>
    public static string? OfPointer(string target, PointerShape pointer) =>
        pointer.Kind switch
        {
            PointerKind.In => $"in {target}",
            PointerKind.Ref => $"ref {target}",
            PointerKind.Out => $"out {target}",
            PointerKind.Raw => $"{target}*",
            PointerKind.Array when pointer.ToString().EndsWith("[]", StringComparison.Ordinal) => $"{target}[]",
            PointerKind.Array when pointer.ToString() is var text && text.EndsWith(">", StringComparison.Ordinal) =>
                $"{text.Substring(0, text.IndexOf('<'))}<{target}>",
            _ => null,
        };

    private static string? NameOf(Primitive primitive) => primitive switch
    {
        Primitive.I8 => "sbyte",
        Primitive.U8 or Primitive.Char => "byte",
        Primitive.I16 => "short",
        Primitive.U16 => "ushort",
        Primitive.I32 => "int",
        Primitive.U32 => "uint",
        Primitive.I64 => "long",
        Primitive.U64 => "ulong",
        Primitive.Long => "System.Runtime.InteropServices.CLong",
        Primitive.ULong => "System.Runtime.InteropServices.CULong",
        Primitive.SizeT or Primitive.UIntPtrT => "nuint",
        Primitive.SSizeT or Primitive.PtrDiffT or Primitive.IntPtrT => "nint",
        Primitive.F32 => "float",
        Primitive.F64 => "double",
        _ => null,
    };
}
