using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Tests.Checking;

/// <summary>The declarations that a careful person would write for a header: what the checker must have nothing to say of.</summary>
internal sealed class DeclaredDigest
{
    private const Platform Any = Platform.LinuxX64;

    private readonly DigestIndex _index;
    private readonly Dictionary<string, ManagedStruct?> _structs = [];
    private readonly Dictionary<string, ManagedEnum> _enums = [];

    public DeclaredDigest(HeaderDigest digest, string library)
    {
        _index = new DigestIndex(digest);
        Functions = [.. digest.Functions.Where(IsPlain).Select(function => Declare(function, library)).OfType<ManagedFunction>()];
        Constants =
        [
            .. digest
                .Constants.Where(static constant =>
                    constant.Value.IsUniform
                    && constant.Value.First is IntegerValue
                    && !constant.Name.Contains("VERSION", StringComparison.OrdinalIgnoreCase))
                .Select(static constant => new ManagedConstant(constant.Name, constant.Value.First)),
        ];
    }

    public IReadOnlyList<ManagedFunction> Functions { get; }

    public IReadOnlyList<ManagedConstant> Constants { get; }

    public IEnumerable<ManagedEnum> Enums => _enums.Values;

    private bool IsPlain(CFunction function) =>
        !function.IsInline
        && !function.IsVariadic
        && !function.IsUnprototyped
        && function.Symbol is null
        && function.Platforms.Includes(_index.Digest.Platforms)
        && _index.FunctionsOf(function.Name).Count() == 1;

    private ManagedFunction? Declare(CFunction function, string library)
    {
        List<ManagedParameter> parameters = [];
        foreach (CParameter parameter in function.Parameters)
        {
            if (parameter.Type.IsUniform && ShapeOf(parameter.Type.First, depth: 0) is { } shape)
            {
                parameters.Add(new ManagedParameter(parameter.Name ?? "", shape));
            }
            else
            {
                return null;
            }
        }

        return function.Result.IsUniform && ResultOf(function.Result.First) is { } result
            ? new ManagedFunction(function.Name, new ManagedSignature(parameters.ToEquatableArray(), new ManagedResult(result)))
            {
                Library = library,
            }
            : null;
    }

    private ValueShape? ResultOf(CType type) => Resolve(type) switch
    {
        PrimitiveType { Primitive: Primitive.Void } => new VoidShape(),
        PointerType => new AddressShape(),
        _ => ShapeOf(type, depth: 0),
    };

    // A type that is another one on other platforms is left out, but for C's long.
    private CType? Resolve(CType type) =>
        _index.Digest.Platforms.Select(platform => _index.Resolve(type, platform)).Distinct().ToArray() is [var same] ? same : null;

    private ValueShape? ShapeOf(CType type, int depth)
    {
        switch (Resolve(type))
        {
            case PrimitiveType { Primitive: var primitive }:
                return NumberOf(primitive);
            case NamedType { Name: var name } when _index.FindType(name, Any) is CEnum numbers:
                return NumberOf(((PrimitiveType)numbers.Type.First).Primitive) is IntegerShape underlying && numbers.Type.IsUniform
                    ? new EnumShape(EnumOf(numbers, underlying))
                    : null;
            case NamedType { Name: var name } when _index.FindType(name, Any) is CRecord record && _index.TypesOf(name).Count() == 1:
                return StructOf(record) is { } type_ ? new StructShape(type_) : null;
            case PointerType { Target: var target, IsConst: var isConst }:
                return PointerOf(target, isConst, depth);
            default:
                return null;
        }
    }

    private ValueShape? PointerOf(CType target, bool isConst, int depth)
    {
        PointerKind kind = isConst ? PointerKind.In : PointerKind.Ref;
        switch (Resolve(target))
        {
            case FunctionType function when depth < 2:
                return CallbackOf(function, depth) is { } signature
                    ? new CallbackShape(new ManagedCallback("Callback", () => signature))
                    : null;
            case PrimitiveType { Primitive: Primitive.Char }:
                return isConst
                    ? new TextShape(TextEncoding.Bytes)
                    : new PointerShape(new IntegerShape(IntegerWidth.One, IsSigned: false), PointerKind.Array);
            case PrimitiveType { Primitive: Primitive.U8 or Primitive.I8 or Primitive.Bool }:
                return new PointerShape(new IntegerShape(IntegerWidth.One, IsSigned: false), PointerKind.Array);
            case PrimitiveType { Primitive: var primitive } when NumberOf(primitive) is { } number:
                return new PointerShape(number, kind);
            case NamedType when ShapeOf(target, depth + 1) is { } value and (StructShape or EnumShape):
                return new PointerShape(value, kind);
            case PointerType:
                return new PointerShape(new AddressShape(), PointerKind.Out);
            default:
                return new AddressShape();
        }
    }

    private ManagedSignature? CallbackOf(FunctionType function, int depth)
    {
        ManagedParameter?[] parameters =
        [
            .. function.Parameters.Select(parameter =>
                Resolve(parameter.Type) is PointerType ? new ManagedParameter(parameter.Name ?? "", new AddressShape())
                : ShapeOf(parameter.Type, depth + 1) is { } shape ? new ManagedParameter(parameter.Name ?? "", shape)
                : null),
        ];
        return !function.IsVariadic && parameters.All(static parameter => parameter is not null) && ResultOf(function.Result) is { } result
            ? new ManagedSignature(parameters.OfType<ManagedParameter>().ToEquatableArray(), new ManagedResult(result))
            : null;
    }

    // Each field in its place, where one is enough to say it; the others by their bytes.
    private ManagedStruct? StructOf(CRecord record)
    {
        if (!_structs.TryGetValue(record.Name, out ManagedStruct? declared))
        {
            _structs.Add(record.Name, null);
            ManagedField?[] fields = [.. record.Fields.Select(FieldOf)];
            bool isUniform =
                record.Layout.IsUniform
                && record.Platforms.Includes(_index.Digest.Platforms)
                && fields.All(static field => field is not null);
            declared =
                isUniform && record.Kind == RecordKind.Struct && fields.Length > 1
                    ? new ManagedStruct(record.Name, () => fields!) { IsExplicit = true, Size = (int)record.Layout.First.Size }
                    : null;
            _structs[record.Name] = declared;
        }

        return declared;
    }

    private ManagedField? FieldOf(CField field)
    {
        bool isPlain =
            field.BitWidth is null
            && field.Name.Length > 0
            && field.Type.IsUniform
            && field.BitOffset.IsUniform
            && field.Platforms.Includes(_index.Digest.Platforms);
        ValueShape? shape = !isPlain
            ? null
            : Resolve(field.Type.First) switch
            {
                PointerType => new AddressShape(),
                PrimitiveType { Primitive: Primitive.Long or Primitive.ULong } => null,
                PrimitiveType or NamedType => ShapeOf(field.Type.First, depth: 1),
                ArrayType { Length: > 0 and var length, Element: var element }
                    when Resolve(element) is PrimitiveType { Primitive: var primitive } && NumberOf(primitive) is { } number =>
                    new FixedArrayShape(number, length),
                _ => null,
            };
        return shape is null ? null : new ManagedField(field.Name, shape) { Offset = field.OffsetOn(Any) };
    }

    private ManagedEnum EnumOf(CEnum numbers, IntegerShape underlying)
    {
        if (!_enums.TryGetValue(numbers.Name, out ManagedEnum? declared))
        {
            ManagedEnumMember[] members =
            [
                .. numbers
                    .Members.Where(static member => member.Value.IsUniform)
                    .Select(static member => new ManagedEnumMember(member.Name, member.Value.First)),
            ];
            _enums.Add(numbers.Name, declared = new ManagedEnum(numbers.Name, underlying, () => members));
        }

        return declared;
    }

    private static ValueShape? NumberOf(Primitive primitive) => primitive switch
    {
        Primitive.Bool => new BooleanShape(1),
        Primitive.Char or Primitive.U8 => new IntegerShape(IntegerWidth.One, IsSigned: false),
        Primitive.I8 => new IntegerShape(IntegerWidth.One, IsSigned: true),
        Primitive.I16 => new IntegerShape(IntegerWidth.Two, IsSigned: true),
        Primitive.U16 => new IntegerShape(IntegerWidth.Two, IsSigned: false),
        Primitive.I32 => new IntegerShape(IntegerWidth.Four, IsSigned: true),
        Primitive.U32 => new IntegerShape(IntegerWidth.Four, IsSigned: false),
        Primitive.I64 => new IntegerShape(IntegerWidth.Eight, IsSigned: true),
        Primitive.U64 => new IntegerShape(IntegerWidth.Eight, IsSigned: false),
        Primitive.Long => new IntegerShape(IntegerWidth.CLong, IsSigned: true),
        Primitive.ULong => new IntegerShape(IntegerWidth.CLong, IsSigned: false),
        Primitive.SizeT or Primitive.UIntPtrT => new IntegerShape(IntegerWidth.Native, IsSigned: false),
        Primitive.SSizeT or Primitive.PtrDiffT or Primitive.IntPtrT => new IntegerShape(IntegerWidth.Native, IsSigned: true),
        Primitive.F32 => new FloatShape(4),
        Primitive.F64 => new FloatShape(8),
        _ => null,
    };
}
