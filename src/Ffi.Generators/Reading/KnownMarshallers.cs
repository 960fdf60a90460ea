using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>The BCL's marshallers that are used without being named. Their shapes are part of the BCL's contract.</summary>
internal static class KnownMarshallers
{
    private const string Prefix = "global::System.Runtime.InteropServices.Marshalling.";
    private const int BStr = 0x13, AnsiText = 0x14;

    /// <summary>The marshaller of a string that the library's own shapes don't take; null for the others.</summary>
    public static MarshallerModel? OfString(int? marshalAs, MarshalDirection direction) => marshalAs switch
    {
        AnsiText => OfString("AnsiStringMarshaller", "byte*", direction),
        BStr => OfString("BStrStringMarshaller", "ushort*", direction),
        _ => null,
    };

    /// <summary>The marshaller of a string inside a collection: each has its own native memory.</summary>
    public static MarshallerModel OfElementString(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf16 => new(Prefix + "Utf16StringMarshaller", "ushort*", MarshallerMembers.Free),
        TextEncoding.Wide => new("global::Ffi.WideStringMarshaller", "void*", MarshallerMembers.Free),
        _ => new(Prefix + "Utf8StringMarshaller", "byte*", MarshallerMembers.Free),
    };

    /// <summary>The name of the marshaller of arrays or spans; null for other types.</summary>
    public static string? CollectionNameOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } => "ArrayMarshaller",
        INamedTypeSymbol { Name: "Span", Arity: 1 } when type.IsIn("System") => "SpanMarshaller",
        INamedTypeSymbol { Name: "ReadOnlySpan", Arity: 1 } when type.IsIn("System") => "ReadOnlySpanMarshaller",
        _ => null,
    };

    /// <summary>The marshaller of a collection. Its native type is a pointer to the native elements.</summary>
    public static MarshallerModel? OfCollection(string name, ElementsModel elements, MarshalDirection direction)
    {
        string element = MarshallerShapeReader.AsTypeArgument(elements.NativeType);
        string type = $"{Prefix}{name}<{elements.ManagedType}, {element}>";
        return (direction, name) switch
        {
            (MarshalDirection.In, _) => new(
                type + ".ManagedToUnmanagedIn",
                element + "*",
                MarshallerMembers.Stateful
                    | MarshallerMembers.RefStruct
                    | MarshallerMembers.Buffer
                    | MarshallerMembers.Free
                    | MarshallerMembers.Pinnable,
                element,
                elements),
            (_, "ReadOnlySpanMarshaller") => null,
            _ => elements.Count.Length == 0 ? null : new(type, element + "*", MarshallerMembers.Free, Elements: elements),
        };
    }

    private static MarshallerModel OfString(string name, string native, MarshalDirection direction) => direction == MarshalDirection.In
        ? new(
            $"{Prefix}{name}.ManagedToUnmanagedIn",
            native,
            MarshallerMembers.Stateful | MarshallerMembers.RefStruct | MarshallerMembers.Buffer | MarshallerMembers.Free,
            "byte")
        : new(Prefix + name, native, MarshallerMembers.Free);
}
