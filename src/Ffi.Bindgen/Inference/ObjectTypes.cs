using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Inference;

/// <summary>A pointer to a struct, a union, or something that only the library knows.</summary>
/// <param name="Key">The C name of what is pointed to.</param>
/// <param name="Depth">1 for a pointer to it, 2 for a pointer to such a pointer.</param>
/// <param name="IsConst">Whether it may only be read.</param>
/// <param name="IsArray">Whether the pointers themselves may only be read: several of them, handed in.</param>
/// <param name="IsUntyped">Whether it is a typedef of <c>void *</c>, of which only its functions tell what it is.</param>
internal sealed record ObjectPointer(string Key, int Depth, bool IsConst, bool IsArray, bool IsUntyped = false);

/// <summary>Follows pointers to what they lead to, with the names that C programs use.</summary>
internal sealed class ObjectTypes
{
    private readonly DigestIndex _index;
    private readonly HashSet<string> _voidNames;

    public ObjectTypes(DigestIndex index)
    {
        _index = index;
        _voidNames = [.. index.Digest.Functions
            .Select(static function => function.Result.First)
            .OfType<PointerType>()
            .Select(static pointer => pointer.Target)
            .OfType<NamedType>()
            .Select(static named => named.Name)];
    }

    /// <summary>What a pointer leads to; null if to no object.</summary>
    public ObjectPointer? Find(CType type, Platform platform)
    {
        if (ByValue(type, platform) is { } handle)
        {
            return new ObjectPointer(handle, 1, IsConst: false, IsArray: false, IsUntyped: true);
        }

        if (_index.Resolve(type, platform) is not PointerType pointer)
        {
            return null;
        }

        if (KeyOf(pointer.Target, platform) is { } key)
        {
            return new ObjectPointer(key, 1, pointer.IsConst, IsArray: false);
        }

        return Find(pointer.Target, platform) is { Depth: 1 } inner ? inner with { Depth = 2, IsArray = pointer.IsConst } : null;
    }

    // typedef void *CXIndex: a handle without a type of its own.
    private string? ByValue(CType type, Platform platform)
    {
        while (type is NamedType { Name: var name } && _index.FindType(name, platform) is CTypedef typedef)
        {
            if (
                typedef.Type.On(platform) is PointerType { Target: PrimitiveType { Primitive: Primitive.Void } }
                && typedef.Location is not null)
            {
                return name;
            }

            type = typedef.Type.On(platform);
        }

        return null;
    }

    private string? KeyOf(CType target, Platform platform)
    {
        while (target is NamedType { Name: var name })
        {
            switch (_index.FindType(name, platform))
            {
                case CRecord or COpaque:
                    return name;
                // typedef void CURL: a type that is kept secret the old way.
                case CTypedef { Type: var type } when type.On(platform) is PrimitiveType { Primitive: Primitive.Void }:
                    return _voidNames.Contains(name) ? name : null;
                case CTypedef { Type: var type }:
                    target = type.On(platform);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }
}
