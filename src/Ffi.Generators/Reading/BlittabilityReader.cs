using Microsoft.CodeAnalysis;
using Ffi.Generators.Model;

namespace Ffi.Generators.Reading;

/// <summary>Tells whether a struct is the same bytes in C, and if not, which field is in the way.</summary>
internal sealed class BlittabilityReader(bool marshallingDisabled)
{
    /// <summary>Why the struct can't cross by value; null where it can.</summary>
    public (TypeFault Kind, string Detail)? FindFault(INamedTypeSymbol type)
    {
        if (CounterpartOf(type) is { } instead)
        {
            return (TypeFault.NoCounterpart, instead);
        }

        return FindFault(type, path: "");
    }

    private (TypeFault Kind, string Detail)? FindFault(INamedTypeSymbol type, string path)
    {
        if (HasAutoLayout(type))
        {
            return (TypeFault.AutoLayout, path);
        }

        bool isEmpty = true;
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is not IFieldSymbol { IsStatic: false, IsConst: false } field)
            {
                continue;
            }

            isEmpty = false;
            string fieldName = (field.AssociatedSymbol ?? field).Name;
            if (FindFault(field, path.Length == 0 ? fieldName : $"{path}.{fieldName}") is { } fault)
            {
                return fault;
            }
        }

        return isEmpty ? (TypeFault.EmptyStruct, path) : null;
    }

    private (TypeFault Kind, string Detail)? FindFault(IFieldSymbol field, string path)
    {
        ITypeSymbol type = field.IsFixedSizeBuffer && field.Type is IPointerTypeSymbol buffer ? buffer.PointedAtType : field.Type;
        string detail = $"{type.ToDisplayString()} {path}";
        return type switch
        {
            { SpecialType: SpecialType.System_Boolean or SpecialType.System_Char } =>
                marshallingDisabled ? null : (TypeFault.NonBlittableField, detail),
            { TypeKind: TypeKind.Enum or TypeKind.Pointer or TypeKind.FunctionPointer } => null,
            { IsReferenceType: true } => (TypeFault.ManagedField, detail),
            { TypeKind: TypeKind.TypeParameter } => (TypeFault.TypeParameter, detail),
            { SpecialType: not SpecialType.None and not SpecialType.System_DateTime and not SpecialType.System_Decimal and not SpecialType.System_Nullable_T } => null,
            _ when CounterpartOf(type) is not null => (TypeFault.NonBlittableField, detail),
            INamedTypeSymbol { TypeKind: TypeKind.Struct } nested => FindFault(nested, path),
            _ => (TypeFault.NonBlittableField, detail),
        };
    }

    private static bool HasAutoLayout(INamedTypeSymbol type) =>
        type.Find(AttributeReader.Interop, "StructLayoutAttribute") is { ConstructorArguments: [{ Value: { } layout }] }
        && Convert.ToInt32(layout, System.Globalization.CultureInfo.InvariantCulture) == (int)System.Runtime.InteropServices.LayoutKind.Auto;

    /// <summary>What to write instead of a BCL type that C passes differently from its bytes; null for other types.</summary>
    private static string? CounterpartOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Decimal } => "a struct of your own with the C type's fields",
        { SpecialType: SpecialType.System_DateTime } => "the C type's own number, such as long",
        { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => "a pointer, or the value itself",
        _ when type.Is("System", "DateTimeOffset") => "the C type's own number, such as long",
        _ when type.Is("System", "Half") => "ushort, and a native function that takes the bits: C passes _Float16 in a vector register",
        _ when type.Is("System", "Int128") || type.Is("System", "UInt128") => "a struct of two 64-bit fields, or a pointer",
        _ when type.IsIn("System.Runtime.Intrinsics") || type.Is("System.Numerics", "Vector") => "a pointer or ref: C passes vectors in vector registers",
        _ when type.Is("System", "ArgIterator") => "NativeFunctionAttribute.Variadic",
        _ => null,
    };
}
