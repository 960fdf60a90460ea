using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Tells whether a struct is the same bytes in C, and if not, which field is in the way.</summary>
/// <remarks>Generic structs and inline arrays are passed as C's structs and arrays are. A fixed buffer of <c>bool</c> or <c>char</c> does
/// not while the runtime marshals: it converts the first element and loses the rest.</remarks>
internal sealed class BlittabilityReader(bool marshallingDisabled)
{
    // A struct that contains itself has no end. The compiler refuses it, but it runs the generator first.
    private const int DeepestNest = 32;

    /// <summary>Why the struct can't be passed by value; null if it can.</summary>
    public (TypeFault Kind, string Detail)? FindFault(INamedTypeSymbol type) =>
        CounterpartOf(type) is { } instead ? (TypeFault.NoCounterpart, instead) : FindFault(type, path: "", depth: 0);

    private (TypeFault Kind, string Detail)? FindFault(INamedTypeSymbol type, string path, int depth)
    {
        if (depth > DeepestNest)
        {
            return (TypeFault.Unresolved, "");
        }

        StructLayout layout = StructLayout.Of(type);
        if (layout.IsAuto)
        {
            return (TypeFault.AutoLayout, path.Length == 0 ? "" : $"{type.ToDisplayString()} {path}");
        }

        if (CapturedParameters.Find(type) is { } captured)
        {
            return (TypeFault.ManagedField, $"{captured.Type.ToDisplayString()} {(path.Length == 0 ? "" : path + ".")}{captured.Name}");
        }

        if (!marshallingDisabled && FrameworkLayouts.HiddenFieldOf(type) is { } hidden)
        {
            return (TypeFault.NonBlittableField, path.Length == 0 ? hidden : hidden.Replace(" ", $" {path}."));
        }

        (TypeFault Kind, string Detail)? first = null;
        bool isEmpty = true;
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is not IFieldSymbol { IsStatic: false, IsConst: false } field)
            {
                continue;
            }

            isEmpty = false;
            string fieldName = (field.AssociatedSymbol ?? field).Name;
            if (FindFault(field, path.Length == 0 ? fieldName : $"{path}.{fieldName}", layout, depth) is { } fault)
            {
                if (!MayBePointedAt(fault.Kind))
                {
                    return fault;
                }

                first ??= fault;
            }
        }

        return !isEmpty ? first : layout.Size > 1 ? (TypeFault.OpaqueStruct, path) : (TypeFault.EmptyStruct, path);
    }

    /// <summary>Whether memory that holds such a struct may be seen by native code as it is, though it can't be passed by value.</summary>
    public static bool MayBePointedAt(TypeFault fault) =>
        fault is TypeFault.NonBlittableField or TypeFault.NoCounterpart or TypeFault.OpaqueStruct;

    private (TypeFault Kind, string Detail)? FindFault(IFieldSymbol field, string path, StructLayout layout, int depth)
    {
        ITypeSymbol type = field.IsFixedSizeBuffer && field.Type is IPointerTypeSymbol buffer ? buffer.PointedAtType : field.Type;
        string detail = $"{type.ToDisplayString()} {path}";
        return type switch
        {
            { TypeKind: TypeKind.Error } => (TypeFault.Unresolved, ""),
            _ when field.RefKind != RefKind.None => (TypeFault.ManagedField, detail),
            { IsReferenceType: true } when FieldMarshalling.IsInPlace(field) => (TypeFault.ArrayField, detail),
            { IsReferenceType: false } when FieldMarshalling.IsConverted(field) => (TypeFault.ConvertedField, detail),
            { SpecialType: SpecialType.System_Char } when layout.IsAnsi && !field.IsFixedSizeBuffer => (TypeFault.ConvertedField, detail),
            { SpecialType: SpecialType.System_Char } when layout.IsUnicode && !field.IsFixedSizeBuffer => null,
            { SpecialType: SpecialType.System_Boolean or SpecialType.System_Char } =>
                marshallingDisabled ? null : (TypeFault.NonBlittableField, detail),
            { TypeKind: TypeKind.Enum or TypeKind.Pointer or TypeKind.FunctionPointer } => null,
            { IsReferenceType: true } => (TypeFault.ManagedField, detail),
            { TypeKind: TypeKind.TypeParameter } => (TypeFault.TypeParameter, detail),
            _ when type.IsNumber() => null,
            _ when CounterpartOf(type) is not null => (TypeFault.NonBlittableField, detail),
            INamedTypeSymbol { TypeKind: TypeKind.Struct } nested => FindFault(nested, path, depth + 1),
            _ => (TypeFault.NonBlittableField, detail),
        };
    }

    /// <summary>What to write instead of a BCL type that C passes differently from its bytes; null for other types.</summary>
    private static string? CounterpartOf(ITypeSymbol type) =>
        type switch
        {
            { SpecialType: SpecialType.System_Decimal } => "your own struct with the C type's fields",
            {
                SpecialType: SpecialType.System_RuntimeTypeHandle
                    or SpecialType.System_RuntimeMethodHandle
                    or SpecialType.System_RuntimeFieldHandle
            } => "nint, and the handle's Value",
            { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => "a pointer, or the value itself",
            _ when type.Is("System", "Half") || type.Is("System.Numerics", "BFloat16") =>
                "ushort, and a native function that takes the bits: C passes _Float16 in a vector register",
            _ when type.Is("System", "Int128") || type.Is("System", "UInt128") => "a struct of two 64-bit fields, or a pointer",
            _ when type.IsIn("System.Runtime.Intrinsics") || type.Is("System.Numerics", "Vector") =>
                "a pointer or ref: C passes vectors in vector registers",
            _ when type.Is("System", "ArgIterator") => "NativeFunctionAttribute.Variadic",
            _ => null,
        };
}
