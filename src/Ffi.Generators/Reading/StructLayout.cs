using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>How the runtime lays a struct out.</summary>
/// <param name="IsAuto">Whether the runtime chooses the order of the fields.</param>
/// <param name="Size">The size that is asked for, in bytes; 0 if the fields make it.</param>
/// <param name="IsAnsi">Whether a <c>char</c> in it is said to be another byte or bytes in C.</param>
/// <param name="IsUnicode">Whether a <c>char</c> in it is two bytes in C as well.</param>
/// <param name="IsExplicit">Whether each field says where it is.</param>
/// <param name="Pack">The packing that is asked for; 0 for the platform's own.</param>
/// <param name="IsOfSystem">Whether what a <c>char</c> is depends on the system.</param>
internal readonly record struct StructLayout(
    bool IsAuto,
    int Size,
    bool IsAnsi,
    bool IsUnicode,
    bool IsExplicit = false,
    int Pack = 0,
    bool IsOfSystem = false)
{
    public static StructLayout Of(INamedTypeSymbol type) =>
        type.OriginalDefinition is { MetadataToken: not 0 } compiled ? FromMetadata(compiled) : FromSource(type);

    /// <summary>Whether a class says that its fields have an order; no class has one unsaid.</summary>
    public static bool IsFormatted(INamedTypeSymbol type) => type.OriginalDefinition is { MetadataToken: not 0 }
        ? !Of(type).IsAuto
        : type.Find(AttributeReader.Interop, "StructLayoutAttribute") is not null && !Of(type).IsAuto;

    private static StructLayout FromSource(INamedTypeSymbol type)
    {
        if (type.Find(AttributeReader.Interop, "StructLayoutAttribute") is not { ConstructorArguments: [{ Value: { } layout }] } attribute)
        {
            return default;
        }

        return new(
            Convert.ToInt32(layout, CultureInfo.InvariantCulture) == (int)LayoutKind.Auto,
            attribute.Named<int>("Size"),
            attribute.Named<int>("CharSet") is not (0 or (int)CharSet.Unicode),
            attribute.Named<int>("CharSet") == (int)CharSet.Unicode,
            Convert.ToInt32(layout, CultureInfo.InvariantCulture) == (int)LayoutKind.Explicit,
            attribute.Named<int>("Pack"),
            attribute.Named<int>("CharSet") == (int)CharSet.Auto);
    }

    /// <summary>Where a field of a type of explicit layout is, in bytes; null if it doesn't say.</summary>
    public static int? OffsetOf(IFieldSymbol field) =>
        field.OriginalDefinition is { MetadataToken: not 0 } compiled
            ? compiled.ContainingModule.GetMetadata()?.GetMetadataReader() is { } reader
            && reader.GetFieldDefinition(MetadataTokens.FieldDefinitionHandle(compiled.MetadataToken & 0xFFFFFF)).GetOffset()
                is >= 0
                    and var offset
                ? offset
                : null
            : field.Find(AttributeReader.Interop, "FieldOffsetAttribute")?.First<int>();

    // In metadata the attribute is a pair of flags on the type, which symbols don't show.
    private static StructLayout FromMetadata(INamedTypeSymbol type)
    {
        if (type.ContainingModule.GetMetadata() is not { } module)
        {
            return default;
        }

        TypeDefinitionHandle handle = MetadataTokens.TypeDefinitionHandle(type.MetadataToken & 0xFFFFFF);
        TypeDefinition definition = module.GetMetadataReader().GetTypeDefinition(handle);
        TypeAttributes attributes = definition.Attributes;
        return new(
            (attributes & TypeAttributes.LayoutMask) == TypeAttributes.AutoLayout || FrameworkLayouts.IsAutomatic(type),
            definition.GetLayout().Size,
            // Metadata doesn't tell whether this was written or left out.
            IsAnsi: false,
            (attributes & TypeAttributes.StringFormatMask) == TypeAttributes.UnicodeClass,
            (attributes & TypeAttributes.LayoutMask) == TypeAttributes.ExplicitLayout,
            definition.GetLayout().PackingSize,
            (attributes & TypeAttributes.StringFormatMask) == TypeAttributes.AutoClass);
    }
}
