using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>What <c>[MarshalAs]</c> says of a field. No field is converted here, so it may only say what holds anyway.</summary>
internal static class FieldMarshalling
{
    private const int ByValTStr = 0x17, ByValArray = 0x1E;

    /// <summary>Whether the field is an array or text that C has inside of the struct.</summary>
    public static bool IsInPlace(IFieldSymbol field) => Read(field) is ByValTStr or ByValArray;

    /// <summary>Whether the field is to be other bytes in C than it is in C#.</summary>
    public static bool IsConverted(IFieldSymbol field) => Read(field) is { } unmanaged && !IsAnyway(unmanaged, field.Type);

    private static int? Read(IFieldSymbol field) => field.OriginalDefinition is { MetadataToken: not 0 } compiled
        ? ReadMetadata(compiled)
        : AttributeReader.ReadMarshalAs(field.GetAttributes());

    // Compiled, the attribute is a blob of its own, and symbols don't show it. ECMA-335, II.23.4: it starts with the type's number.
    private static int? ReadMetadata(IFieldSymbol field)
    {
        if (field.ContainingModule.GetMetadata()?.GetMetadataReader() is not { } reader)
        {
            return null;
        }

        BlobHandle blob = reader.GetFieldDefinition(MetadataTokens.FieldDefinitionHandle(field.MetadataToken & 0xFFFFFF)).GetMarshallingDescriptor();
        return blob.IsNil ? null : reader.GetBlobReader(blob).ReadByte();
    }

    private static bool IsAnyway(int unmanaged, ITypeSymbol type) => (unmanaged, Underlying(type).SpecialType) switch
    {
        (0x03, SpecialType.System_SByte or SpecialType.System_Boolean) => true,
        (0x04, SpecialType.System_Byte or SpecialType.System_Boolean) => true,
        (0x05, SpecialType.System_Int16 or SpecialType.System_Char) => true,
        (0x06, SpecialType.System_UInt16 or SpecialType.System_Char) => true,
        (0x07, SpecialType.System_Int32) or (0x08, SpecialType.System_UInt32) => true,
        (0x09, SpecialType.System_Int64) or (0x0A, SpecialType.System_UInt64) => true,
        (0x0B, SpecialType.System_Single) or (0x0C, SpecialType.System_Double) => true,
        (0x1F, SpecialType.System_IntPtr) or (0x20, SpecialType.System_UIntPtr) => true,
        (0x1B, SpecialType.None) => type.TypeKind == TypeKind.Struct,
        _ => false,
    };

    private static ITypeSymbol Underlying(ITypeSymbol type) => type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : type;
}
