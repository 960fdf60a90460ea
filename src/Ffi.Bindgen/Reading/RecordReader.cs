using System.Numerics;
using Ffi.Bindgen.Clang;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>Reads structs, unions and enums.</summary>
internal sealed class RecordReader(LibClang clang, TypeReader types, TypeNames names, ItemFacts facts)
{
    /// <summary>A <see cref="CRecord"/> if its fields can be seen, else a <see cref="COpaque"/>.</summary>
    public CItem Read(Cursor declaration)
    {
        string name = names.Find(declaration)!;
        RecordKind kind = declaration.Kind == CursorKind.Union ? RecordKind.Union : RecordKind.Struct;
        Cursor definition = clang.DefinitionOf(declaration);
        ClangType type = clang.TypeOf(declaration);
        long size = clang.SizeOf(type);
        if (clang.IsNull(definition) != 0 || size < 0)
        {
            return Describe(declaration, declaration, new COpaque(name, kind));
        }

        List<CField> fields = [];
        int unnamed = 0;
        foreach (Cursor field in clang.FieldsOf(clang.TypeOf(definition)))
        {
            // What has bits and no name is room between others; their offsets tell it.
            string fieldName = clang.Take(clang.NameOf(field));
            bool isBitfield = clang.IsBitfield(field) != 0;
            bool hasName = fieldName.Length > 0 && !fieldName.Contains('(');
            if (hasName || !isBitfield)
            {
                fields.Add(ReadField(field, hasName ? fieldName : "", $"{name}.{(hasName ? fieldName : $"{unnamed++}")}", isBitfield));
            }
        }

        RecordLayout layout = new(size, (int)clang.AlignmentOf(type));
        return Describe(declaration, definition, new CRecord(name, kind, PerPlatform.Same(layout), fields.ToEquatableArray()));
    }

    public CEnum ReadEnum(Cursor declaration)
    {
        Cursor found = clang.DefinitionOf(declaration);
        Cursor definition = clang.IsNull(found) != 0 ? declaration : found;
        ClangType integer = clang.CanonicalTypeOf(clang.IntegerTypeOf(definition));
        CType type = integer.Kind == TypeKind.Invalid ? new PrimitiveType(Primitive.I32) : types.Read(integer, null, "");
        bool isSigned =
            integer.Kind
            is TypeKind.SignedChar
                or TypeKind.SignedPlainChar or TypeKind.Short or TypeKind.Int or TypeKind.Long or TypeKind.LongLong or TypeKind.Invalid;
        IEnumerable<CEnumMember> members = clang
            .ChildrenOf(definition)
            .Where(static child => child.Kind == CursorKind.EnumConstant)
            .Select(child => new CEnumMember(
                clang.Take(clang.NameOf(child)),
                PerPlatform.Same(isSigned ? new BigInteger(clang.ValueOf(child)) : new BigInteger(clang.UnsignedValueOf(child))))
            {
                Documentation = facts.DocumentationOf(child),
            });
        return Describe(
            declaration,
            definition,
            new CEnum(names.Find(declaration) ?? "", PerPlatform.Same(type), members.ToEquatableArray()));
    }

    private CField ReadField(Cursor field, string name, string place, bool isBitfield) =>
        new(name, PerPlatform.Same(types.Read(clang.TypeOf(field), field, place)), PerPlatform.Same(clang.BitOffsetOf(field)))
        {
            BitWidth = isBitfield ? clang.BitWidthOf(field) : null,
            Documentation = facts.DocumentationOf(field),
            Attributes = facts.AttributesOf(field),
        };

    // The comment above "typedef struct {" is the typedef's.
    private T Describe<T>(Cursor declaration, Cursor definition, T item)
        where T : CItem
    {
        T described = facts.Describe(definition, item);
        return described.Documentation is null && names.TypedefOf(declaration) is { } typedef
            ? described with { Documentation = facts.DocumentationOf(typedef) }
            : described;
    }
}
