using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>What the names of the standard headers mean, however a system spells them out.</summary>
internal static class SystemTypes
{
    private static readonly Dictionary<string, Primitive> s_primitives = new(StringComparer.Ordinal)
    {
        ["int8_t"] = Primitive.I8,
        ["uint8_t"] = Primitive.U8,
        ["int16_t"] = Primitive.I16,
        ["uint16_t"] = Primitive.U16,
        ["int32_t"] = Primitive.I32,
        ["uint32_t"] = Primitive.U32,
        ["int64_t"] = Primitive.I64,
        ["uint64_t"] = Primitive.U64,
        ["size_t"] = Primitive.SizeT,
        ["ssize_t"] = Primitive.SSizeT,
        ["ptrdiff_t"] = Primitive.PtrDiffT,
        ["intptr_t"] = Primitive.IntPtrT,
        ["uintptr_t"] = Primitive.UIntPtrT,
        ["wchar_t"] = Primitive.WCharT,
        ["char16_t"] = Primitive.Char16T,
        ["char32_t"] = Primitive.Char32T,
        ["va_list"] = Primitive.VaList,
        ["__builtin_va_list"] = Primitive.VaList,
        ["__gnuc_va_list"] = Primitive.VaList,
        ["__darwin_va_list"] = Primitive.VaList,
    };

    /// <summary>The type of C's own that a typedef's name stands for; null if it is a name like others.</summary>
    public static Primitive? Find(string typedef) => s_primitives.TryGetValue(typedef, out Primitive primitive) ? primitive : null;

    /// <summary>Whether the standard leaves open what is in it, so that some systems show it and others don't.</summary>
    public static bool IsOpaque(string typedef) => typedef is "FILE" or "DIR";

    /// <summary>Whether a name is one that only a system's own headers may have: what it stands for is told instead.</summary>
    public static bool IsReserved(string name) => name.Length > 1 && name[0] == '_' && (name[1] == '_' || char.IsAsciiLetterUpper(name[1]));
}
