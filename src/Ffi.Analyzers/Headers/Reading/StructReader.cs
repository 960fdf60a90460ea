using System.Runtime.InteropServices;
using Ffi.Generators.Reading;
using Ffi.Headers.Checking.Declarations;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Headers.Reading;

/// <summary>Reads structs, and classes with layout, as they are in native memory.</summary>
internal sealed class StructReader(ShapeReader shapes)
{
    /// <summary>The struct as it is marshalled, or as it is in memory.</summary>
    public ManagedStruct Read(INamedTypeSymbol type, Marshalling marshalling)
    {
        Layout layout = LayoutOf(type) ?? new Layout(IsExplicit: false, IsAuto: false, Pack: 0, Size: 0, TextEncoding.Bytes);
        Crossing crossing = marshalling == Marshalling.Runtime ? Crossing.OfRuntime(layout.Text) : Crossing.Memory;
        return new ManagedStruct(type.Name, () => [.. FieldsOf(type).Select(field => ReadField(field, crossing, layout.IsExplicit))])
        {
            IsExplicit = layout.IsExplicit,
            IsAuto = layout.IsAuto,
            Pack = layout.Pack,
            Size = layout.Size,
            Origin = type.Locations.FirstOrDefault(static location => location.IsInSource),
        };
    }

    /// <summary>What <c>[StructLayout]</c> says; null if there is none.</summary>
    public static Layout? LayoutOf(INamedTypeSymbol type)
    {
        if (type.Find(AttributeReader.Interop, "StructLayoutAttribute") is not { ConstructorArguments: [{ Value: { } value }] } attribute)
        {
            return null;
        }

        var kind = (LayoutKind)Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
        return new Layout(
            kind == LayoutKind.Explicit,
            kind == LayoutKind.Auto,
            attribute.Named<int>("Pack"),
            attribute.Named<int>("Size"),
            ImportReader.EncodingOf((CharSet?)attribute.Named<int?>("CharSet")));
    }

    // A class has its base's fields before its own; an event and a property have the compiler's.
    private static IEnumerable<IFieldSymbol> FieldsOf(INamedTypeSymbol type)
    {
        IEnumerable<IFieldSymbol> own = type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic && !field.IsConst);
        return type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object } parent }
            ? FieldsOf(parent).Concat(own)
            : own;
    }

    private ManagedField ReadField(IFieldSymbol field, Crossing crossing, bool isExplicit)
    {
        ValueShape shape = field is { IsFixedSizeBuffer: true, Type: IPointerTypeSymbol { PointedAtType: var element } }
            ? new FixedArrayShape(shapes.Read(element, [], Crossing.Memory), field.FixedSize)
            : shapes.Read(field.Type, field.GetAttributes(), crossing);
        // A class with layout is inside another class, as a struct is.
        shape = shape is PointerShape { Kind: PointerKind.Class, Target: StructShape inner } ? inner with { Text = shape.Text } : shape;
        ISymbol named = field.AssociatedSymbol ?? field;
        return new ManagedField(named.Name, shape)
        {
            Offset = isExplicit ? field.Find(AttributeReader.Interop, "FieldOffsetAttribute")?.First<int>() ?? 0 : null,
            Origin = named.Locations.FirstOrDefault(static location => location.IsInSource),
        };
    }

    /// <summary>A layout as the attribute says it.</summary>
    public sealed record Layout(bool IsExplicit, bool IsAuto, int Pack, int Size, TextEncoding Text);
}
