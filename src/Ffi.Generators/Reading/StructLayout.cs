using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>How the runtime lays a struct out.</summary>
/// <param name="IsAuto">Whether the runtime chooses the order of the fields.</param>
/// <param name="Size">The size that is asked for, in bytes; 0 where the fields make it.</param>
/// <param name="IsAnsi">Whether a <c>char</c> in it is said to be another byte or bytes in C.</param>
/// <param name="IsUnicode">Whether a <c>char</c> in it is two bytes in C as well.</param>
internal readonly record struct StructLayout(bool IsAuto, int Size, bool IsAnsi, bool IsUnicode)
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
            attribute.Named<int>("CharSet") == (int)CharSet.Unicode);
    }

    // Compiled, the attribute is a pair of flags on the type, and symbols don't show it.
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
            // A compiled struct doesn't tell whether that was written or left out.
            IsAnsi: false,
            (attributes & TypeAttributes.StringFormatMask) == TypeAttributes.UnicodeClass);
    }
}
