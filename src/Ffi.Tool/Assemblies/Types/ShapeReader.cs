using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.InteropServices;
using Ffi.Headers.Checking.Declarations;

namespace Ffi.Tool.Assemblies.Types;

/// <summary>Tells how values of a type are passed.</summary>
internal sealed class ShapeReader
{
    // What the framework calls obsolete is in assemblies all the same.
    private const UnmanagedType Currency = (UnmanagedType)15;
    private const UnmanagedType VBByRefStr = (UnmanagedType)34;
    private const UnmanagedType AnsiBStr = (UnmanagedType)35;
    private const UnmanagedType TBStr = (UnmanagedType)36;
    private const UnmanagedType AsAny = (UnmanagedType)40;

    private static readonly UnknownShape s_unknown = new();

    private readonly TypeModels _models;

    public ShapeReader(AssemblyFolder folder) => _models = new TypeModels(folder, this);

    /// <summary>The structs, enums and delegates that were met.</summary>
    public TypeModels Models => _models;

    /// <summary>How a parameter or result of a type is passed.</summary>
    /// <param name="type">The type.</param>
    /// <param name="marshal">What <c>[MarshalAs]</c> says at it; null if nothing.</param>
    /// <param name="attributes">Whether it has <c>[In]</c> or <c>[Out]</c>.</param>
    /// <param name="rules">What holds if nothing is specified.</param>
    public ValueShape Of(TypeNode type, MarshalDescriptor? marshal, ParameterAttributes attributes, MarshalRules rules) =>
        type switch
        {
            _ when marshal
                    is { Type: UnmanagedType.CustomMarshaler or UnmanagedType.SafeArray or UnmanagedType.HString or Currency or AsAny } =>
                s_unknown,
            ReferenceNode reference => OfReference(reference, marshal, attributes, rules),
            ArrayNode array => OfArray(array, marshal, rules),
            _ when marshal is { Type: UnmanagedType.LPStruct } => new PointerShape(
                Of(type, null, default, rules) is PointerShape { Kind: PointerKind.Class } inner
                    ? inner.Target
                    : Of(type, null, default, rules),
                PointerKind.In),
            _ => OfValue(type, marshal, rules),
        };

    private static PointerKind KindOf(ReferenceNode reference, ParameterAttributes attributes) =>
        (attributes & (ParameterAttributes.In | ParameterAttributes.Out)) switch
        {
            ParameterAttributes.Out => PointerKind.Out,
            ParameterAttributes.In => PointerKind.In,
            _ => reference.IsReadOnly ? PointerKind.In : PointerKind.Ref,
        };

    private PointerShape OfReference(
        ReferenceNode reference,
        MarshalDescriptor? marshal,
        ParameterAttributes attributes,
        MarshalRules rules) =>
        // `ref T[]` and `ref string` are pointers to what the value itself would be.
        new(Of(reference.Target, marshal, default, rules), KindOf(reference, attributes));

    private ValueShape OfArray(ArrayNode array, MarshalDescriptor? marshal, MarshalRules rules)
    {
        MarshalDescriptor? element = marshal?.Element is { } named ? new MarshalDescriptor(named) : null;
        ValueShape shape = OfValue(array.Element, element, rules);
        return marshal is { Type: UnmanagedType.ByValArray }
            ? new FixedArrayShape(shape, Math.Max(1, marshal.Length))
            : new PointerShape(shape, PointerKind.Array);
    }

    /// <summary>How one value is passed.</summary>
    private ValueShape OfValue(TypeNode type, MarshalDescriptor? marshal, MarshalRules rules) => type switch
    {
        PrimitiveNode primitive => OfPrimitive(primitive.Code, marshal, rules),
        PointerNode { Target: PrimitiveNode { Code: PrimitiveTypeCode.Void } } => new AddressShape(),
        PointerNode pointer => new PointerShape(OfValue(pointer.Target, null, MarshalRules.Raw), PointerKind.Raw),
        FunctionNode function => new CallbackShape(_models.CallbackOf(function, rules)),
        ArrayNode array => OfArray(array, marshal, rules),
        ReferenceNode reference => OfReference(reference, marshal, default, rules),
        ModifiedNode modified => OfValue(modified.Type, marshal, rules),
        DefinedNode defined => _models.ShapeOf(defined, marshal, rules),
        NamedNode named => OfNamed(named, marshal, rules),
        GenericNode generic => OfGeneric(generic, rules),
        _ => s_unknown,
    };

    private static ValueShape OfPrimitive(PrimitiveTypeCode code, MarshalDescriptor? marshal, MarshalRules rules) => code switch
    {
        PrimitiveTypeCode.Void => new VoidShape(),
        PrimitiveTypeCode.Boolean => new BooleanShape(marshal?.Type switch
        {
            UnmanagedType.I1 or UnmanagedType.U1 => 1,
            UnmanagedType.I2 or UnmanagedType.U2 or UnmanagedType.VariantBool => 2,
            UnmanagedType.Bool or UnmanagedType.I4 or UnmanagedType.U4 => 4,
            _ => rules.BooleanBytes,
        }),
        PrimitiveTypeCode.Char => marshal?.Type switch
        {
            UnmanagedType.I1 or UnmanagedType.U1 => new CharacterShape(1),
            UnmanagedType.I2 or UnmanagedType.U2 => new CharacterShape(2),
            _ => rules.CharacterBytes == 0 ? s_unknown : new CharacterShape(rules.CharacterBytes),
        },
        PrimitiveTypeCode.SByte => new IntegerShape(IntegerWidth.One, IsSigned: true),
        PrimitiveTypeCode.Byte => new IntegerShape(IntegerWidth.One, IsSigned: false),
        PrimitiveTypeCode.Int16 => new IntegerShape(IntegerWidth.Two, IsSigned: true),
        PrimitiveTypeCode.UInt16 => new IntegerShape(IntegerWidth.Two, IsSigned: false),
        PrimitiveTypeCode.Int32 => new IntegerShape(IntegerWidth.Four, IsSigned: true),
        PrimitiveTypeCode.UInt32 => new IntegerShape(IntegerWidth.Four, IsSigned: false),
        PrimitiveTypeCode.Int64 => new IntegerShape(IntegerWidth.Eight, IsSigned: true),
        PrimitiveTypeCode.UInt64 => new IntegerShape(IntegerWidth.Eight, IsSigned: false),
        PrimitiveTypeCode.IntPtr => new IntegerShape(IntegerWidth.Native, IsSigned: true),
        PrimitiveTypeCode.UIntPtr => new IntegerShape(IntegerWidth.Native, IsSigned: false),
        PrimitiveTypeCode.Single => new FloatShape(4),
        PrimitiveTypeCode.Double => new FloatShape(8),
        PrimitiveTypeCode.String => OfText(marshal, rules, isBuffer: false),
        _ => s_unknown,
    };

    private static ValueShape OfText(MarshalDescriptor? marshal, MarshalRules rules, bool isBuffer) => marshal?.Type switch
    {
        UnmanagedType.ByValTStr => new FixedArrayShape(new CharacterShape(rules.Text == TextEncoding.Utf16 ? 2 : 1), marshal.Length),
        UnmanagedType.LPStr or UnmanagedType.LPUTF8Str or VBByRefStr => new TextShape(TextEncoding.Bytes) { IsBuffer = isBuffer },
        UnmanagedType.LPWStr or UnmanagedType.BStr => new TextShape(TextEncoding.Utf16) { IsBuffer = isBuffer },
        UnmanagedType.LPTStr => new TextShape(TextEncoding.Auto) { IsBuffer = isBuffer },
        AnsiBStr or TBStr => s_unknown,
        _ => new TextShape(rules.Text) { IsBuffer = isBuffer },
    };

    private static ValueShape OfNamed(NamedNode named, MarshalDescriptor? marshal, MarshalRules rules) => named switch
    {
        _ when KnownTypes.Find(named.FullName) is { } known => known,
        { FullName: "System.Text.StringBuilder" } => OfText(marshal, rules, isBuffer: true),
        { IsValueType: true } => s_unknown,
        _ when KnownTypes.IsHandle(named.FullName) => new AddressShape { IsHandle = true },
        _ when KnownTypes.IsDelegate(named.FullName) => new CallbackShape(TypeModels.CallbackOf(named)),
        _ => s_unknown,
    };

    // Spans are for functions that Ffi binds; other generic types depend on their arguments in ways that only their code knows.
    private ValueShape OfGeneric(GenericNode generic, MarshalRules rules) =>
        generic.Type switch
        {
            NamedNode { FullName: "System.ReadOnlySpan`1" }
                when generic.Arguments[0] is PrimitiveNode { Code: PrimitiveTypeCode.Char } && rules.Converter == Converter.Ffi =>
                new TextShape(rules.Text),
            NamedNode { FullName: "System.Span`1" or "System.ReadOnlySpan`1" or "System.Memory`1" or "System.ReadOnlyMemory`1" } =>
                new PointerShape(OfValue(generic.Arguments[0], null, rules), PointerKind.Array),
            NamedNode { FullName: "Ffi.PinnedBuffer`1" } => new PointerShape(
                OfValue(generic.Arguments[0], null, MarshalRules.Raw),
                PointerKind.Array),
            NamedNode { FullName: "Ffi.BorrowedHandle`1" } => new AddressShape { IsHandle = true },
            NamedNode { FullName: "Ffi.NativeCallback`1" } => OfValue(generic.Arguments[0], null, rules),
            NamedNode named when KnownTypes.IsDelegate(named.FullName) => new CallbackShape(TypeModels.CallbackOf(named)),
            _ => s_unknown,
        };
}
