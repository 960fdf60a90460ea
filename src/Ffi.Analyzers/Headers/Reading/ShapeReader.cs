using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Ffi.Headers.Checking.Declarations;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Headers.Reading;

/// <summary>Reads how C# types are passed. One reader serves a compilation, from several threads.</summary>
internal sealed class ShapeReader
{
    // No type that can be passed is nested more deeply.
    private const int MostNested = 16;

    private static readonly SymbolDisplayFormat s_format = SymbolDisplayFormat.MinimallyQualifiedFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly ConcurrentDictionary<(ITypeSymbol, Marshalling), ManagedStruct> _structs = new(SymbolComparer.Instance);
    private readonly ConcurrentDictionary<(ITypeSymbol, Marshalling), ManagedCallback> _callbacks = new(SymbolComparer.Instance);
    private readonly ConcurrentDictionary<ITypeSymbol, ManagedEnum> _enums = new(SymbolEqualityComparer.Default);
    private readonly StructReader _structReader;
    private readonly CallbackReader _callbackReader;

    public ShapeReader()
    {
        _structReader = new StructReader(this);
        _callbackReader = new CallbackReader(this);
    }

    /// <summary>The shape of a parameter.</summary>
    public ValueShape ReadParameter(IParameterSymbol parameter, Crossing crossing)
    {
        var attributes = parameter.GetAttributes();
        string text = parameter.Type.ToDisplayString(s_format);
        switch (parameter.RefKind)
        {
            case RefKind.None:
                return Read(parameter.Type, attributes, crossing, text);
            case RefKind.Out:
                return ByReference(PointerKind.Out, "out ");
            case RefKind.Ref:
                return ByReference(PointerKind.Ref, "ref ");
            default:
                return ByReference(PointerKind.In, "in ");
        }

        ValueShape ByReference(PointerKind kind, string prefix) =>
            Read(parameter.Type, attributes, crossing, text) is var target and not UnknownShape
                ? new PointerShape(target, kind) { Text = prefix + text }
                : new UnknownShape { Text = prefix + text };
    }

    /// <summary>The shape of a result.</summary>
    public ValueShape ReadResult(IMethodSymbol method, Crossing crossing)
    {
        string text = method.ReturnType.ToDisplayString(s_format);
        if (method.ReturnsVoid)
        {
            return new VoidShape { Text = text };
        }

        ValueShape shape = Read(method.ReturnType, method.GetReturnTypeAttributes(), crossing, text);
        return method.RefKind == RefKind.None ? shape : new PointerShape(shape, PointerKind.Raw) { Text = $"ref {text}" };
    }

    /// <summary>The shape of a value of a type.</summary>
    public ValueShape Read(
        ITypeSymbol type,
        ImmutableArray<AttributeData> attributes,
        Crossing crossing,
        string? text = null,
        int depth = 0)
    {
        text ??= type.ToDisplayString(s_format);
        ValueShape shape = depth > MostNested || IsMarshalledByItself(type, attributes) ? Unusual(attributes, crossing)
            : ReadMarshalAs(type, attributes, crossing, depth) ?? ReadType(type, crossing, depth);
        return shape with { Text = text };
    }

    /// <summary>The struct, or the class with layout.</summary>
    public ManagedStruct ReadStruct(INamedTypeSymbol type, Crossing crossing) =>
        _structs.GetOrAdd(
            (type, crossing.Marshalling == Marshalling.Runtime ? Marshalling.Runtime : Marshalling.None),
            key => _structReader.Read((INamedTypeSymbol)key.Item1, key.Item2));

    /// <summary>The enum.</summary>
    public ManagedEnum ReadEnum(INamedTypeSymbol type) =>
        _enums.GetOrAdd(type, static type => ConstantReader.ReadEnum((INamedTypeSymbol)type));

    /// <summary>The delegate or function pointer.</summary>
    public ManagedCallback ReadCallback(ITypeSymbol type, Crossing crossing) =>
        _callbacks.GetOrAdd((type, crossing.Marshalling), key => _callbackReader.Read(key.Item1, key.Item2));

    private static bool IsMarshalledByItself(ITypeSymbol type, ImmutableArray<AttributeData> attributes) =>
        AttributeReader.Find(attributes, MarshallerReader.Marshalling, "MarshalUsingAttribute") is not null
        || (
            type.TypeKind is TypeKind.Struct or TypeKind.Class
            && type.Find(MarshallerReader.Marshalling, "NativeMarshallingAttribute") is not null);

    // Of converters, one is known: the one for wchar_t.
    private static ValueShape Unusual(ImmutableArray<AttributeData> attributes, Crossing crossing) =>
        crossing.Marshalling == Marshalling.NativeFunction && TextOptions.OfValue(attributes) is not null
            ? new TextShape(TextEncoding.Wide)
            : new UnknownShape();

    private ValueShape? ReadMarshalAs(ITypeSymbol type, ImmutableArray<AttributeData> attributes, Crossing crossing, int depth)
    {
        if (
            AttributeReader.Find(attributes, AttributeReader.Interop, "MarshalAsAttribute") is not { } attribute
            || AttributeReader.ReadMarshalAs(attributes) is not { } number)
        {
            return null;
        }

        bool isBoolean = type.SpecialType == SpecialType.System_Boolean;
        switch ((UnmanagedType)number)
        {
            case UnmanagedType.Bool:
                return new BooleanShape(4);
            case UnmanagedType.VariantBool:
                return new BooleanShape(2);
            case UnmanagedType.I1 or UnmanagedType.U1:
                return isBoolean ? new BooleanShape(1)
                    : type.SpecialType == SpecialType.System_Char ? new CharacterShape(1)
                    : new IntegerShape(IntegerWidth.One, number == (int)UnmanagedType.I1);
            case UnmanagedType.I2 or UnmanagedType.U2:
                return type.SpecialType == SpecialType.System_Char
                    ? new CharacterShape(2)
                    : new IntegerShape(IntegerWidth.Two, number == (int)UnmanagedType.I2);
            case UnmanagedType.I4 or UnmanagedType.U4:
                return isBoolean ? new BooleanShape(4)
                    : type.TypeKind == TypeKind.Enum ? null
                    : new IntegerShape(IntegerWidth.Four, number == (int)UnmanagedType.I4);
            case UnmanagedType.I8 or UnmanagedType.U8:
                return new IntegerShape(IntegerWidth.Eight, number == (int)UnmanagedType.I8);
            case UnmanagedType.SysInt or UnmanagedType.SysUInt:
                return new IntegerShape(IntegerWidth.Native, number == (int)UnmanagedType.SysInt);
            case UnmanagedType.R4:
                return new FloatShape(4);
            case UnmanagedType.R8:
                return new FloatShape(8);
            case UnmanagedType.LPStr or (UnmanagedType)UnmanagedTypes.LPUTF8Str:
                return TextOf(type, TextEncoding.Bytes);
            case UnmanagedType.LPWStr or UnmanagedType.BStr:
                return TextOf(type, TextEncoding.Utf16);
            case UnmanagedType.LPTStr:
                return TextOf(type, crossing.Marshalling == Marshalling.Runtime ? TextEncoding.Auto : TextEncoding.Utf16);
            case UnmanagedType.ByValTStr:
                return new FixedArrayShape(new CharacterShape(crossing.CharacterBytes), attribute.Named<int>("SizeConst"));
            case UnmanagedType.ByValArray:
                return ElementOf(type) is { } element && attribute.Named<int>("SizeConst") is > 0 and var length
                    ? new FixedArrayShape(ReadElement(element, attribute, crossing, depth), length)
                    : new UnknownShape();
            case UnmanagedType.LPArray:
                return ElementOf(type) is { } item
                    ? new PointerShape(ReadElement(item, attribute, crossing, depth), PointerKind.Array)
                    : new UnknownShape();
            case UnmanagedType.LPStruct:
                return Read(type, [], crossing, null, depth + 1) is var target and not UnknownShape
                    ? new PointerShape(target, PointerKind.In)
                    : new UnknownShape();
            case UnmanagedType.Struct or UnmanagedType.FunctionPtr:
                return type.SpecialType == SpecialType.System_Object ? new UnknownShape() : null;
            case UnmanagedType.Interface or UnmanagedType.IUnknown or UnmanagedType.IDispatch:
                return new AddressShape();
            default:
                return new UnknownShape();
        }
    }

    private static ValueShape TextOf(ITypeSymbol type, TextEncoding encoding) =>
        type.SpecialType == SpecialType.System_String ? new TextShape(encoding)
        : type.Is("System.Text", "StringBuilder") ? new TextShape(encoding) { IsBuffer = true }
        : type.TypeKind == TypeKind.Delegate || type.SpecialType == SpecialType.System_Char ? new UnknownShape()
        : new TextShape(encoding);

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var argument], Name: "Span" or "ReadOnlySpan" } => argument,
        _ => null,
    };

    private ValueShape ReadElement(ITypeSymbol element, AttributeData marshalAs, Crossing crossing, int depth)
    {
        ValueShape? said = marshalAs.Named<int?>("ArraySubType") switch
        {
            (int)UnmanagedType.I1 or (int)UnmanagedType.U1 when element.SpecialType == SpecialType.System_Boolean => new BooleanShape(1),
            (int)UnmanagedType.Bool or (int)UnmanagedType.I4 when element.SpecialType == SpecialType.System_Boolean => new BooleanShape(4),
            (int)UnmanagedType.LPStr or UnmanagedTypes.LPUTF8Str => new TextShape(TextEncoding.Bytes),
            (int)UnmanagedType.LPWStr => new TextShape(TextEncoding.Utf16),
            _ => null,
        };
        return said ?? Read(element, [], crossing, null, depth + 1);
    }

    private ValueShape ReadType(ITypeSymbol type, Crossing crossing, int depth)
    {
        if (ReadSpecial(type.SpecialType, crossing) is { } special)
        {
            return special;
        }

        switch (type)
        {
            case IPointerTypeSymbol { PointedAtType.SpecialType: SpecialType.System_Void }:
                return new AddressShape();
            case IPointerTypeSymbol pointer:
                return new PointerShape(Read(pointer.PointedAtType, [], Crossing.Memory, null, depth + 1), PointerKind.Raw);
            case IFunctionPointerTypeSymbol function:
                return new CallbackShape(ReadCallback(function, Crossing.Memory));
            case IArrayTypeSymbol { Rank: 1 } array:
                return Several(array.ElementType, crossing, depth);
            case IArrayTypeSymbol or IDynamicTypeSymbol or ITypeParameterSymbol:
                return new UnknownShape();
            case INamedTypeSymbol named:
                return ReadNamed(named, crossing, depth);
            default:
                return new UnknownShape();
        }
    }

    private static ValueShape? ReadSpecial(SpecialType type, Crossing crossing) =>
        type switch
        {
            SpecialType.System_Void => new VoidShape(),
            SpecialType.System_SByte => new IntegerShape(IntegerWidth.One, IsSigned: true),
            SpecialType.System_Byte => new IntegerShape(IntegerWidth.One, IsSigned: false),
            SpecialType.System_Int16 => new IntegerShape(IntegerWidth.Two, IsSigned: true),
            SpecialType.System_UInt16 => new IntegerShape(IntegerWidth.Two, IsSigned: false),
            SpecialType.System_Int32 => new IntegerShape(IntegerWidth.Four, IsSigned: true),
            SpecialType.System_UInt32 => new IntegerShape(IntegerWidth.Four, IsSigned: false),
            SpecialType.System_Int64 => new IntegerShape(IntegerWidth.Eight, IsSigned: true),
            SpecialType.System_UInt64 => new IntegerShape(IntegerWidth.Eight, IsSigned: false),
            SpecialType.System_IntPtr => new IntegerShape(IntegerWidth.Native, IsSigned: true),
            SpecialType.System_UIntPtr => new IntegerShape(IntegerWidth.Native, IsSigned: false),
            SpecialType.System_Single => new FloatShape(4),
            SpecialType.System_Double => new FloatShape(8),
            SpecialType.System_Boolean => crossing.BooleanBytes > 0 ? new BooleanShape(crossing.BooleanBytes) : new UnknownShape(),
            SpecialType.System_Char => new CharacterShape(crossing.CharacterBytes),
            SpecialType.System_String => crossing.Text is { } encoding ? new TextShape(encoding) : new UnknownShape(),
            SpecialType.System_Delegate or SpecialType.System_MulticastDelegate => new CallbackShape(
                new ManagedCallback("Delegate", static () => null)),
            SpecialType.System_Object or SpecialType.System_Decimal or SpecialType.System_DateTime => new UnknownShape(),
            _ => null,
        };

    private ValueShape ReadNamed(INamedTypeSymbol type, Crossing crossing, int depth)
    {
        switch (type.TypeKind)
        {
            case TypeKind.Enum:
                return new EnumShape(ReadEnum(type));
            case TypeKind.Delegate:
                return new CallbackShape(ReadCallback(type, crossing));
            case TypeKind.Struct:
                return KnownTypes.Find(type) ?? ReadWrapper(type, crossing, depth) ?? ReadPlainStruct(type, crossing);
            case TypeKind.Class:
                return ReadClass(type, crossing, depth);
            default:
                return new UnknownShape();
        }
    }

    private ValueShape ReadPlainStruct(INamedTypeSymbol type, Crossing crossing)
    {
        if (type.Find("System.Runtime.CompilerServices", "InlineArrayAttribute")?.First<int>() is > 0 and var length
            && type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(static field => !field.IsStatic) is { } field)
        {
            return new FixedArrayShape(Read(field.Type, field.GetAttributes(), crossing), length);
        }

        return KnownTypes.HasHiddenFields(type) ? new UnknownShape() : new StructShape(ReadStruct(type, crossing));
    }

    // Types that stand for a pointer to what they hold.
    private ValueShape? ReadWrapper(INamedTypeSymbol type, Crossing crossing, int depth)
    {
        if (type.TypeArguments is not [var argument])
        {
            return null;
        }

        switch (type.Name)
        {
            case "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" when type.IsIn("System"):
                bool isText =
                    argument.SpecialType == SpecialType.System_Char
                    && crossing is { Marshalling: Marshalling.NativeFunction, Text: not null }
                    && type.Name.StartsWith("ReadOnly", StringComparison.Ordinal);
                return isText ? new TextShape(crossing.Text!.Value) : Several(argument, crossing, depth);
            case "BorrowedHandle" when type.IsIn(AttributeReader.Ffi):
                return new AddressShape { IsHandle = true };
            case "NativeCallback" when type.IsIn(AttributeReader.Ffi) && argument.TypeKind == TypeKind.Delegate:
                return new CallbackShape(ReadCallback(argument, Crossing.OfNativeFunction(TextEncoding.Bytes)));
            case "PinnedBuffer" when type.IsIn(AttributeReader.Ffi):
                return Several(argument, Crossing.Memory, depth);
            default:
                return type.IsIn("System") && type.Name is "Nullable" or "ArraySegment" ? new UnknownShape() : null;
        }
    }

    private ValueShape ReadClass(INamedTypeSymbol type, Crossing crossing, int depth)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.IsIn(AttributeReader.Interop) && current.Name is "SafeHandle" or "CriticalHandle")
            {
                return new AddressShape { IsHandle = true };
            }
        }

        if (type.Is("System.Text", "StringBuilder"))
        {
            return crossing.Text is { } encoding ? new TextShape(encoding) { IsBuffer = true } : new UnknownShape();
        }

        bool hasLayout = crossing.Marshalling == Marshalling.Runtime && StructReader.LayoutOf(type) is { IsAuto: false };
        return hasLayout
            ? new PointerShape(new StructShape(ReadStruct(type, crossing)), PointerKind.Class)
            : ReadWrapper(type, crossing, depth) ?? new UnknownShape();
    }

    private ValueShape Several(ITypeSymbol element, Crossing crossing, int depth) =>
        Read(element, [], crossing with { BooleanBytes = crossing.BooleanBytes == 0 ? 1 : crossing.BooleanBytes }, null, depth + 1)
            is var shape
                and not UnknownShape
            ? new PointerShape(shape, PointerKind.Array)
            : new UnknownShape();

    private sealed class SymbolComparer : IEqualityComparer<(ITypeSymbol Type, Marshalling Marshalling)>
    {
        public static SymbolComparer Instance { get; } = new();

        public bool Equals((ITypeSymbol Type, Marshalling Marshalling) one, (ITypeSymbol Type, Marshalling Marshalling) other) =>
            one.Marshalling == other.Marshalling && SymbolEqualityComparer.Default.Equals(one.Type, other.Type);

        public int GetHashCode((ITypeSymbol Type, Marshalling Marshalling) key) =>
            SymbolEqualityComparer.Default.GetHashCode(key.Type) + (int)key.Marshalling;
    }
}
