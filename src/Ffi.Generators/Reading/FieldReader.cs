using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Decides by its type and attributes how generated code converts a field of a struct.</summary>
/// <param name="owner">The struct or class.</param>
/// <param name="layout">How it is laid out.</param>
/// <param name="assembly">The assembly that the generated code is for.</param>
/// <param name="types">Its reader of types.</param>
/// <param name="counterparts">Its reader of structs that are converted in turn.</param>
internal sealed class FieldReader(
    INamedTypeSymbol owner,
    StructLayout layout,
    IAssemblySymbol assembly,
    TypeReader types,
    CounterpartReader counterparts)
{
    private const int Bool = 0x02,
        I1 = 0x03,
        U1 = 0x04,
        I2 = 0x05,
        U2 = 0x06,
        LPStr = 0x14,
        LPWStr = 0x15,
        LPTStr = 0x16,
        Struct = 0x1B,
        VariantBool = 0x25,
        FunctionPtr = 0x26,
        LPArray = 0x2A,
        LPUtf8Str = 0x30;

    /// <summary>The field; null if it can't be converted, and why.</summary>
    public (FieldModel? Field, (FieldFault Fault, string Detail) Fault) Read(IFieldSymbol field)
    {
        string name = (field.AssociatedSymbol ?? field).Name;
        string typeName = field.Type.ToDisplayString(TypeReader.Qualified);
        FieldModel model = new(
            name,
            typeName,
            FieldShape.Same,
            field.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(TypeReader.Qualified),
            layout.IsExplicit ? StructLayout.OffsetOf(field) ?? 0 : null,
            IsInReach(field) ? null : field.Name,
            field.ContainingType.ToDisplayString(TypeReader.Qualified));
        FieldMarshalAs? said = FieldMarshalling.Of(field);
        Shaped shaped = field.IsFixedSizeBuffer ? OfBuffer(field, model)
            : field.RefKind != RefKind.None ? FieldFault.Reference
            : field.Type switch
            {
                { TypeKind: TypeKind.Error } => FieldFault.Unresolved,
                { SpecialType: SpecialType.System_Boolean } => OfBoolean(model, said?.Unmanaged),
                { SpecialType: SpecialType.System_Char } => OfCharacter(model, said?.Unmanaged),
                { SpecialType: SpecialType.System_String } => OfText(model, said),
                IArrayTypeSymbol array => OfArray(model, array, said, field),
                INamedTypeSymbol { TypeKind: TypeKind.Delegate } callback => OfDelegate(model, callback, said?.Unmanaged),
                var type => OfOther(model, type, said?.Unmanaged),
            };
        if (shaped.Field is { } read && OwnershipReader.Read(field.GetAttributes()) is { FreedWith: not null } ownership)
        {
            bool isHandedOut =
                read.Shape is FieldShape.Utf8 or FieldShape.Utf16 or FieldShape.Ansi
                || read is { Shape: FieldShape.Array, LengthFrom: not null };
            shaped = isHandedOut ? read with { Ownership = ownership } : FieldFault.FreedWith;
        }

        if (shaped.Field is { Shape: not FieldShape.Array } && LengthOf(field) is not null)
        {
            shaped = FieldFault.LengthFrom;
        }

        if (shaped.Fault != FieldFault.None)
        {
            return (null, (shaped.Fault, shaped.Detail is { } inner ? inner : $"{field.Type.ToDisplayString()} {name}"));
        }

        return DelegateReader.CanBeNamed(field.Type) || !DelegateReader.CanBeNamed(owner)
            ? (shaped.Field, default)
            : (null, (FieldFault.OutOfReach, $"{field.Type.ToDisplayString()} {name}"));
    }

    /// <summary>Why a field that is to say how long an array is can't; nothing if each can.</summary>
    public static (FieldFault Fault, string Detail) FindLengthFault(IReadOnlyList<FieldModel> fields)
    {
        FieldModel? broken = fields.FirstOrDefault(field =>
            field.LengthFrom is not null
            && !fields.Any(other =>
                other.Name == field.LengthFrom
                && other.Type is "byte" or "sbyte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong" or "nint" or "nuint"));
        return broken is null ? default : (FieldFault.Unsized, $"{broken.Type.Replace("global::", "")} {broken.Name}");
    }

    private static Shaped OfBoolean(FieldModel field, int? said) => said switch
    {
        null or I1 or U1 => field with { Shape = FieldShape.Boolean, NativeType = "byte" },
        Bool => field with { Shape = FieldShape.Boolean, NativeType = "int" },
        VariantBool => field with { Shape = FieldShape.VariantBoolean, NativeType = "short" },
        _ => FieldFault.MarshalAs,
    };

    private Shaped OfCharacter(FieldModel field, int? said) => said switch
    {
        null when layout.IsOfSystem => FieldFault.CharSet,
        null when layout.IsAnsi => field with { Shape = FieldShape.AnsiCharacter, NativeType = "byte" },
        I1 or U1 => field with { Shape = FieldShape.AnsiCharacter, NativeType = "byte" },
        null or I2 or U2 => field with { Shape = FieldShape.Character, NativeType = "ushort" },
        _ => FieldFault.MarshalAs,
    };

    private Shaped OfDelegate(FieldModel field, INamedTypeSymbol type, int? said) => said is null or FunctionPtr
        ? field with { Shape = FieldShape.Delegate, NativeType = "nint", Callback = CallbackReader.Read(type, nearer: null, types) }
        : FieldFault.MarshalAs;

    private Shaped OfText(FieldModel field, FieldMarshalAs? said) =>
        said?.Unmanaged switch
        {
            null or FieldMarshalling.ByValTStr when layout.IsOfSystem => FieldFault.CharSet,
            FieldMarshalling.ByValTStr when said!.Value.SizeConst < 1 => FieldFault.Unsized,
            FieldMarshalling.ByValTStr when layout.IsUnicode => field with
            {
                Shape = FieldShape.FixedUtf16,
                NativeType = "char",
                Count = said!.Value.SizeConst,
            },
            FieldMarshalling.ByValTStr => field with
            {
                Shape = layout.IsAnsi ? FieldShape.FixedAnsi : FieldShape.FixedUtf8,
                NativeType = "byte",
                Count = said!.Value.SizeConst,
            },
            LPStr => field with { Shape = FieldShape.Ansi, NativeType = "byte*" },
            LPWStr or LPTStr => field with { Shape = FieldShape.Utf16, NativeType = "char*" },
            LPUtf8Str => field with { Shape = FieldShape.Utf8, NativeType = "byte*" },
            not null => FieldFault.MarshalAs,
            _ when layout.IsUnicode => field with { Shape = FieldShape.Utf16, NativeType = "char*" },
            _ => field with { Shape = layout.IsAnsi ? FieldShape.Ansi : FieldShape.Utf8, NativeType = "byte*" },
        };

    private Shaped OfArray(FieldModel field, IArrayTypeSymbol array, FieldMarshalAs? said, IFieldSymbol symbol)
    {
        ITypeSymbol element = array.ElementType.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        field = field with { Element = element.ToDisplayString(TypeReader.Qualified) };
        return said switch
        {
            _ when !array.IsSZArray => FieldFault.ArrayElement,
            { Unmanaged: FieldMarshalling.ByValArray, SizeConst: < 1 } => FieldFault.Unsized,
            { Unmanaged: FieldMarshalling.ByValArray } inside => OfFixedArray(
                field with
                {
                    Count = inside.SizeConst,
                },
                element,
                inside.ArraySubType),
            null or { Unmanaged: LPArray } => OfPointer(field, element, symbol),
            _ => FieldFault.MarshalAs,
        };
    }

    private Shaped OfFixedArray(FieldModel field, ITypeSymbol element, int? said)
    {
        // Each element counts as a field.
        FieldModel one = field with { Type = field.Element, NativeType = field.Element };
        if (element.SpecialType == SpecialType.System_String)
        {
            return OfFixedTexts(field, OfText(one, said is null ? null : new FieldMarshalAs(said.Value, 0, null)));
        }

        Shaped shaped = element.SpecialType switch
        {
            SpecialType.System_Boolean => OfBoolean(one, said),
            SpecialType.System_Char => OfCharacter(one, said),
            _ => OfOther(one, element, said),
        };
        if (shaped.Field is not { } read)
        {
            return shaped;
        }

        FieldShape? shape = read.Shape switch
        {
            FieldShape.Same => FieldShape.FixedArray,
            FieldShape.Character => FieldShape.FixedArray,
            FieldShape.Boolean or FieldShape.VariantBoolean => FieldShape.FixedBooleans,
            FieldShape.AnsiCharacter => FieldShape.FixedAnsiCharacters,
            FieldShape.Struct => FieldShape.FixedStructs,
            _ => null,
        };
        return shape is null || element.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer || read.Counterpart is { Frees.Count: > 0 }
            ? FieldFault.ArrayElement
            : read with
            {
                Shape = shape.Value,
                Type = field.Type,
                NativeType = read.Shape == FieldShape.Character ? "char" : read.NativeType,
            };
    }

    // An inline array can't hold pointers.
    private static Shaped OfFixedTexts(FieldModel field, Shaped text) => text.Field?.Shape switch
    {
        FieldShape.Utf8 => field with { Shape = FieldShape.FixedUtf8Texts, NativeType = "nint" },
        FieldShape.Utf16 => field with { Shape = FieldShape.FixedUtf16Texts, NativeType = "nint" },
        FieldShape.Ansi => field with { Shape = FieldShape.FixedAnsiTexts, NativeType = "nint" },
        _ => text.Fault == FieldFault.CharSet ? text : FieldFault.ArrayElement,
    };

    private Shaped OfPointer(FieldModel field, ITypeSymbol element, IFieldSymbol symbol)
    {
        string? length = LengthOf(symbol);
        if (element.SpecialType == SpecialType.System_String)
        {
            return layout.IsOfSystem ? FieldFault.CharSet
                : layout.IsAnsi ? FieldFault.ArrayElement
                : field with
                {
                    Shape = layout.IsUnicode ? FieldShape.Utf16Array : FieldShape.Utf8Array,
                    NativeType = layout.IsUnicode ? "char**" : "byte**",
                    LengthFrom = length,
                };
        }

        return types.Read(element) is { IsUnmanaged: true } && element.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer)
            ? field with { Shape = FieldShape.Array, NativeType = field.Element + "*", LengthFrom = length }
            : FieldFault.ArrayElement;
    }

    private static string? LengthOf(IFieldSymbol field) =>
        field.Find(AttributeReader.Ffi, "LengthFromAttribute")
            is { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } names] }
            ? names.Values is [{ Value: string name }]
                ? name
                : ""
            : null;

    private static Shaped OfBuffer(IFieldSymbol field, FieldModel model) =>
        model.Accessor is not null || field.Type is not IPointerTypeSymbol { PointedAtType: var element }
            ? FieldFault.Buffer
            : model with
            {
                Shape = FieldShape.FixedBuffer,
                Element = element.ToDisplayString(TypeReader.Qualified),
                NativeType = element.SpecialType switch
                {
                    SpecialType.System_Boolean => "byte",
                    SpecialType.System_Char => "ushort",
                    _ => element.ToDisplayString(TypeReader.Qualified),
                },
                Count = field.FixedSize,
            };

    private Shaped OfOther(FieldModel field, ITypeSymbol type, int? said)
    {
        if (
            said is not null
            && !FieldMarshalling.IsAnyway(said.Value, type)
            && !(said == Struct && type is INamedTypeSymbol { TypeKind: TypeKind.Class }))
        {
            return type.SpecialType == SpecialType.System_Decimal ? FieldFault.Decimal : FieldFault.MarshalAs;
        }

        return type switch
        {
            { SpecialType: SpecialType.System_Decimal } => FieldFault.Decimal,
            { SpecialType: SpecialType.System_DateTime } => FieldFault.Date,
            { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => FieldFault.Nullable,
            { TypeKind: TypeKind.Enum or TypeKind.Pointer or TypeKind.FunctionPointer } => field,
            { TypeKind: TypeKind.TypeParameter } => FieldFault.Generic,
            _ when type.Is("System", "DateTimeOffset") => FieldFault.Date,
            INamedTypeSymbol named when TypeReader.IsSafeHandle(named) => field with
            {
                Shape = FieldShape.Handle,
                NativeType = "nint",
                IsConstructible = types.Read(named).IsConstructible,
            },
            INamedTypeSymbol { Name: "NativeCallback", Arity: 1 } named when named.IsIn(AttributeReader.Ffi) => field with
            {
                Shape = FieldShape.NativeCallback,
                NativeType = "nint",
            },
            INamedTypeSymbol { TypeKind: TypeKind.Struct } structure => OfStruct(field, structure),
            INamedTypeSymbol { TypeKind: TypeKind.Class } @class when StructLayout.IsFormatted(@class) => OfCounterpart(
                field,
                @class,
                FieldShape.Object),
            _ when type.IsNumber() => field,
            _ => FieldFault.Object,
        };
    }

    private Shaped OfStruct(FieldModel field, INamedTypeSymbol type)
    {
        // A struct of the framework may hide fields, so nothing is known about its layout.
        if (FrameworkLayouts.HiddenFieldOf(type) is { } hidden)
        {
            return new Shaped(null, FieldFault.Object, CounterpartReader.Nested(field.Name, hidden));
        }

        TypeModel model = types.Read(type);
        return model.Shape is TypeShape.BlittableStruct or TypeShape.Scalar ? field
            : model.Fault is TypeFault.NoCounterpart or TypeFault.OpaqueStruct ? FieldFault.NoCounterpart
            : model.Fault == TypeFault.EmptyStruct ? FieldFault.Empty
            : model.Fault == TypeFault.AutoLayout ? FieldFault.AutoLayout
            : model.Fault == TypeFault.Unresolved ? FieldFault.Unresolved
            : OfCounterpart(field, type, FieldShape.Struct);
    }

    private Shaped OfCounterpart(FieldModel field, INamedTypeSymbol type, FieldShape shape)
    {
        CounterpartModel counterpart = counterparts.Read(type);
        return counterpart.Fault != FieldFault.None
            ? new Shaped(
                null,
                counterpart.Fault,
                counterpart.FaultDetail.Length == 0 ? null : CounterpartReader.Nested(field.Name, counterpart.FaultDetail))
            : field with
            {
                Shape = shape,
                Counterpart = counterpart,
                NativeType = counterpart.Native,
            };
    }

    // A field that the compiler made has a name that C# can't say, one that is read-only can't be set, and of one that is obsolete the
    // compiler would say so.
    private bool IsInReach(IFieldSymbol field) =>
        field is { AssociatedSymbol: null, IsReadOnly: false }
        && field.Find("System", "ObsoleteAttribute") is null
        && field.DeclaredAccessibility switch
        {
            Accessibility.Public => true,
            Accessibility.Internal or Accessibility.ProtectedOrInternal => SymbolEqualityComparer.Default.Equals(
                field.ContainingAssembly,
                assembly),
            _ => false,
        };

    /// <summary>A field, or why there is none.</summary>
    private readonly record struct Shaped(FieldModel? Field, FieldFault Fault, string? Detail = null)
    {
        public static implicit operator Shaped(FieldModel field) => new(field, FieldFault.None);

        public static implicit operator Shaped(FieldFault fault) => new(null, fault);
    }
}
