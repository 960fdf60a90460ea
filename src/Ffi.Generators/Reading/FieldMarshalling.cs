using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>What <c>[MarshalAs]</c> says of a field.</summary>
internal static class FieldMarshalling
{
    public const int ByValTStr = 0x17, ByValArray = 0x1E;

    /// <summary>Whether the field is an array or text that C has inside of the struct.</summary>
    public static bool IsInPlace(IFieldSymbol field) => Read(field) is ByValTStr or ByValArray;

    /// <summary>Whether the field is to be other bytes in C than it is in C#.</summary>
    public static bool IsConverted(IFieldSymbol field) => Read(field) is { } unmanaged && !IsAnyway(unmanaged, field.Type);

    /// <summary>All that a field's <c>[MarshalAs]</c> says; null if there is none.</summary>
    public static FieldMarshalAs? Of(IFieldSymbol field)
    {
        if (field.OriginalDefinition is { MetadataToken: not 0 } compiled)
        {
            return BlobOf(compiled) is { } blob ? FieldMarshalAs.Read(blob) : null;
        }

        return Read(field) is { } unmanaged && field.Find(AttributeReader.Interop, "MarshalAsAttribute") is { } attribute
            ? new(unmanaged, attribute.Named<int>("SizeConst"), attribute.Named<int?>("ArraySubType"))
            : null;
    }

    private static int? Read(IFieldSymbol field) => field.OriginalDefinition is { MetadataToken: not 0 } compiled
        ? BlobOf(compiled)?.ReadByte()
        : AttributeReader.ReadMarshalAs(field.GetAttributes());

    // In metadata the attribute is a blob that symbols don't show. ECMA-335, II.23.4: it starts with the type's number.
    private static BlobReader? BlobOf(IFieldSymbol field)
    {
        if (field.ContainingModule.GetMetadata()?.GetMetadataReader() is not { } reader)
        {
            return null;
        }

        BlobHandle blob = reader
            .GetFieldDefinition(MetadataTokens.FieldDefinitionHandle(field.MetadataToken & 0xFFFFFF))
            .GetMarshallingDescriptor();
        return blob.IsNil ? null : reader.GetBlobReader(blob);
    }

    /// <summary>Whether <c>[MarshalAs]</c> says of a type only what holds without it; the runtime doesn't look at a number's
    /// sign.</summary>
    public static bool IsAnyway(int unmanaged, ITypeSymbol type) => (unmanaged, Underlying(type).SpecialType) switch
    {
        (0x03 or 0x04, SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Boolean) => true,
        (0x05 or 0x06, SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char) => true,
        (0x07 or 0x08, SpecialType.System_Int32 or SpecialType.System_UInt32) => true,
        (0x09 or 0x0A, SpecialType.System_Int64 or SpecialType.System_UInt64) => true,
        (0x0B, SpecialType.System_Single) or (0x0C, SpecialType.System_Double) => true,
        (0x1F or 0x20, SpecialType.System_IntPtr or SpecialType.System_UIntPtr) => true,
        (0x1B, SpecialType.None) => type.TypeKind == TypeKind.Struct,
        _ => false,
    };

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : type;
}

/// <summary>What a field's <c>[MarshalAs]</c> says.</summary>
/// <param name="Unmanaged">The <c>UnmanagedType</c>.</param>
/// <param name="SizeConst">The number of elements that C has inside of the struct; 0 if it is not said.</param>
/// <param name="ArraySubType">The <c>UnmanagedType</c> of the elements; null if it is not said.</param>
internal readonly record struct FieldMarshalAs(int Unmanaged, int SizeConst, int? ArraySubType)
{
    // ECMA-335, II.23.4: the type's number, then for these two the number of elements, and for an array their type.
    public static FieldMarshalAs Read(BlobReader blob)
    {
        int unmanaged = blob.ReadByte();
        if (unmanaged is not (FieldMarshalling.ByValTStr or FieldMarshalling.ByValArray))
        {
            return new(unmanaged, 0, null);
        }

        int size = blob.RemainingBytes > 0 ? blob.ReadCompressedInteger() : 0;
        return new(unmanaged, size, blob.RemainingBytes > 0 && blob.ReadByte() is var element and not 0x50 ? element : null);
    }
}
