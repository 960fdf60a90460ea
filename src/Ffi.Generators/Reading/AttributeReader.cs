using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Reads attributes by name, so that nothing depends on which assembly they come from.</summary>
internal static class AttributeReader
{
    public const string Ffi = "Ffi";
    public const string Interop = "System.Runtime.InteropServices";

    public static AttributeData? Find(this ISymbol symbol, string @namespace, string name) =>
        Find(symbol.GetAttributes(), @namespace, name);

    public static AttributeData? Find(ImmutableArray<AttributeData> attributes, string @namespace, string name)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass.Is(@namespace, name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The value of a named argument; the default where it is not given.</summary>
    public static T? Named<T>(this AttributeData attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array && argument.Value.Value is T value)
            {
                return value;
            }
        }

        return default;
    }

    /// <summary>The value of the first constructor argument; the default where it is not given.</summary>
    public static T? First<T>(this AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Kind: not TypedConstantKind.Array, Value: T value }, ..] ? value : default;

    /// <summary>Whether the compiler could make sense of all that is written in the attribute.</summary>
    public static bool IsResolved(this AttributeData attribute) =>
        attribute.AttributeConstructor is not null
        && attribute.ConstructorArguments.All(static argument => argument.Kind != TypedConstantKind.Error)
        && attribute.NamedArguments.All(static argument => argument.Value.Kind != TypedConstantKind.Error);

    /// <summary>The <c>UnmanagedType</c> that <c>[MarshalAs]</c> names among the attributes; null if there is none.</summary>
    public static int? ReadMarshalAs(ImmutableArray<AttributeData> attributes) =>
        Find(attributes, Interop, "MarshalAsAttribute") is not { ConstructorArguments: [{ Value: { } value }] } ? null
        : Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
}
