using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Inference;

/// <summary>Tells characters from bytes.</summary>
internal static class TextTypes
{
    /// <summary>Plain <c>char</c>, or a byte that a library calls a character: libxml2's <c>xmlChar</c>.</summary>
    public static bool IsCharacter(CType type, DigestIndex index, Platform platform)
    {
        if (type is NamedType { Name: var name } && name.EndsWith("Char", StringComparison.Ordinal))
        {
            return index.Resolve(type, platform) is PrimitiveType { Primitive: Primitive.Char or Primitive.U8 };
        }

        return index.Resolve(type, platform) is PrimitiveType { Primitive: Primitive.Char };
    }
}
