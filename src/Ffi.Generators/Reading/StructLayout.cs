using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>How the runtime lays a struct out.</summary>
/// <param name="IsAuto">Whether the runtime chooses the order of the fields.</param>
/// <param name="IsUnicode">Whether a <c>char</c> in it is two bytes in C as well.</param>
internal readonly record struct StructLayout(bool IsAuto, bool IsUnicode)
{
    public static StructLayout Of(INamedTypeSymbol type) =>
        type.OriginalDefinition is { MetadataToken: not 0 } compiled ? FromMetadata(compiled) : FromSource(type);

    private static StructLayout FromSource(INamedTypeSymbol type)
    {
        if (type.Find(AttributeReader.Interop, "StructLayoutAttribute") is not { ConstructorArguments: [{ Value: { } layout }] } attribute)
        {
            return default;
        }

        return new(
            Convert.ToInt32(layout, CultureInfo.InvariantCulture) == (int)LayoutKind.Auto,
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
        TypeAttributes attributes = module.GetMetadataReader().GetTypeDefinition(handle).Attributes;
        return new(
            (attributes & TypeAttributes.LayoutMask) == TypeAttributes.AutoLayout,
            (attributes & TypeAttributes.StringFormatMask) == TypeAttributes.UnicodeClass);
    }
}
