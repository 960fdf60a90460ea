using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Reads attributes by name, so that nothing depends on which assembly they come from.</summary>
internal static class AttributeReader
{
    public const string Ffi = "Ffi";
    public const string Interop = "System.Runtime.InteropServices";

    public static AttributeData? Find(this ISymbol symbol, string @namespace, string name) => Find(symbol.GetAttributes(), @namespace, name);

    public static AttributeData? Find(IEnumerable<AttributeData> attributes, string @namespace, string name)
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

    /// <summary>The <c>UnmanagedType</c> that <c>[MarshalAs]</c> names among the attributes; null where there is none.</summary>
    public static int? ReadMarshalAs(IEnumerable<AttributeData> attributes) =>
        Find(attributes, Interop, "MarshalAsAttribute") is not { ConstructorArguments: [{ Value: { } value }] } ? null
        : Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);

    public static FunctionOptions ReadOptions(IMethodSymbol method, AttributeData function)
    {
        List<string> conventions = [];
        string? unknown = null;
        AttributeData? callConv = method.Find(Interop, "UnmanagedCallConvAttribute");
        if (callConv is not null)
        {
            foreach (KeyValuePair<string, TypedConstant> argument in callConv.NamedArguments)
            {
                foreach (TypedConstant convention in argument is { Key: "CallConvs", Value: { Kind: TypedConstantKind.Array, IsNull: false } } ? argument.Value.Values : [])
                {
                    ReadConvention(convention, conventions, ref unknown);
                }
            }
        }

        return new FunctionOptions(
            conventions.ToEquatableArray(),
            unknown,
            method.Find(Interop, "SuppressGCTransitionAttribute") is not null,
            function.Named<bool>("Optional"),
            function.Named<bool>("SetLastError"),
            function.Named<int>("Variadic"));
    }

    private static void ReadConvention(TypedConstant convention, List<string> conventions, ref string? unknown)
    {
        const string prefix = "CallConv";
        ITypeSymbol? type = convention.Value as ITypeSymbol;
        if (type is not null && type.IsIn("System.Runtime.CompilerServices") && type.Name.StartsWith(prefix, StringComparison.Ordinal))
        {
            conventions.Add(type.Name.Substring(prefix.Length));
        }
        else
        {
            unknown = type?.ToDisplayString() ?? "null";
        }
    }
}
