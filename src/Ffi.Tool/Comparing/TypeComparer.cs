using Ffi.Headers.Digest;

namespace Ffi.Tool.Comparing;

/// <summary>Tells whether a type of an older header and one of a newer are the same to who declared it.</summary>
/// <remarks>A type that has kept its name is the same here: a change of a struct or typedef is reported for the type itself.</remarks>
internal sealed class TypeComparer(DigestIndex older, DigestIndex newer)
{
    private const int Deepest = 32; // A callback may take itself.

    /// <summary>Whether what is passed is the same on a platform.</summary>
    public bool IsSame(CType before, CType after, Platform platform) => IsSame(before, after, platform, 0);

    private bool IsSame(CType before, CType after, Platform platform, int depth)
    {
        if (
            before is NamedType { Name: var name }
            && after == before
            && older.FindType(name, platform) is not null
            && newer.FindType(name, platform) is not null)
        {
            return true;
        }

        CType left = older.Resolve(before, platform);
        CType right = newer.Resolve(after, platform);
        if (depth > Deepest)
        {
            return true;
        }

        return (left, right) switch
        {
            (PointerType { Target: var target }, PointerType { Target: var other }) => IsVoid(target)
                || IsVoid(other)
                || IsSame(target, other, platform, depth + 1),
            (FunctionType function, FunctionType other) => IsSameFunction(function, other, platform, depth + 1),
            (ArrayType array, ArrayType other) => array.Length == other.Length && IsSame(array.Element, other.Element, platform, depth + 1),
            (NamedType named, NamedType other) when named.Name == other.Name => true,
            (VectorType or ComplexType, _) => left == right,
            _ when IsWhole(older, left, platform) is { } whole && IsWhole(newer, right, platform) is { } otherWhole => whole == otherWhole,
            (PrimitiveType primitive, PrimitiveType other) => primitive == other,
            // The tag was renamed, or a typedef put in its place; then its layout tells.
            (NamedType named, NamedType other) => older.FindType(named.Name, platform) is CRecord
                && newer.FindType(other.Name, platform) is CRecord
                && older.LayoutOf(left, platform) == newer.LayoutOf(right, platform)
                && newer.FindType(named.Name, platform) is null,
            _ => false,
        };
    }

    private bool IsSameFunction(FunctionType before, FunctionType after, Platform platform, int depth) =>
        before.Parameters.Count == after.Parameters.Count
        && before.IsVariadic == after.IsVariadic
        && before.Convention == after.Convention
        && IsSame(before.Result, after.Result, platform, depth)
        && before
            .Parameters.Zip(after.Parameters, (left, right) => IsSame(left.Type, right.Type, platform, depth))
            .All(static same => same);

    private static bool IsVoid(CType type) => type is PrimitiveType { Primitive: Primitive.Void };

    // Numbers of one width are the same to a caller, whatever C calls them; a sign is not.
    private static (int Bytes, bool IsSigned)? IsWhole(DigestIndex index, CType type, Platform platform) =>
        type switch
        {
            PrimitiveType { Primitive: Primitive.Char } => (1, true),
            PrimitiveType { Primitive: var primitive } when PrimitiveFacts.IsInteger(primitive) => (
                PrimitiveFacts.SizeOf(primitive, platform),
                PrimitiveFacts.IsSigned(primitive, platform)),
            NamedType { Name: var name } when index.FindType(name, platform) is CEnum { Type: var underlying } => IsEnum(
                index,
                underlying.On(platform),
                platform),
            _ => null,
        };

    // Whether an enum's number has a sign is the compiler's choice, and changes with its members.
    private static (int, bool)? IsEnum(DigestIndex index, CType underlying, Platform platform) =>
        index.LayoutOf(underlying, platform) is { Size: var size } ? ((int)size, true) : null;
}
