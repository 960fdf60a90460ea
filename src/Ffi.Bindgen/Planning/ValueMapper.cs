using Ffi.Bindgen.Inference;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>C# types for values of C: what is passed without a pointer, and what is in structs.</summary>
/// <param name="types">The types of the binding.</param>
/// <param name="isForLayout">Whether only sizes matter. What pointers lead to is then not looked at: it may be the very struct whose layout
/// is asked for.</param>
internal sealed class ValueMapper(TypeCatalog types, bool isForLayout = false)
{
    /// <summary>A value that is passed or returned on a platform; null if C# can't say it.</summary>
    public Value? Passed(CType type, Platform platform) =>
        FlagTypes.EnumOf(type, types.Index, platform) is { } bits ? Enum(bits, platform) : Resolved(type, platform);

    private Value? Resolved(CType type, Platform platform) => types.Index.Resolve(type, platform) switch
    {
        PrimitiveType { Primitive: Primitive.Bool } => new Value("bool", ValueKind.Boolean, 1, 1),
        PrimitiveType { Primitive: var primitive } => Number(primitive, platform),
        NamedType { Name: var name } => types.Index.FindType(name, platform) switch
        {
            CEnum item => Enum(item, platform),
            CRecord record => Record(record, platform),
            _ => null,
        },
        _ => null,
    };

    /// <summary>A field's type on a platform, or an array's element; null if C# can't say it.</summary>
    public Value? InMemory(CType type, Platform platform) =>
        types.Index.Resolve(type, platform) switch
        {
            PrimitiveType { Primitive: Primitive.Bool } => new Value("byte", ValueKind.Integer, 1, 1),
            PointerType when isForLayout => new Value("nint", ValueKind.Address, 8, 8),
            PointerType pointer => types.ObjectBehind(type, platform) is { Depth: 1 } found
                ? ObjectPointer(found, platform)
                : Pointer(pointer, platform),
            ArrayType { Length: { } length and > 0 } array => InMemory(array.Element, platform) is { } element
            && element.Size * length <= MostArrayBytes
                ? Array(element, length)
                : null,
            ComplexType { Part: var part } => Number(part, platform) is { } number ? Array(number, 2) : null,
            _ => Passed(type, platform),
        };

    /// <summary>What a pointer leads to, as C# writes it before a star; null if it has no name for it.</summary>
    public Value? Target(CType type, Platform platform) => types.Index.Resolve(type, platform) switch
    {
        PrimitiveType { Primitive: Primitive.Void } or FunctionType => null,
        ArrayType array => Target(array.Element, platform),
        ComplexType { Part: var part } => Number(part, platform),
        _ => InMemory(type, platform),
    };

    /// <summary>A number of C's own; null if C# has none like it.</summary>
    public static Value? Number(Primitive primitive, Platform platform)
    {
        int size = PrimitiveFacts.SizeOf(primitive, platform);
        bool isSigned = PrimitiveFacts.IsSigned(primitive, platform);
        return primitive switch
        {
            Primitive.Char => new Value("byte", ValueKind.Integer, 1, 1),
            Primitive.Long => new Value("CLong", ValueKind.Integer, size, size, IsSigned: true),
            Primitive.ULong => new Value("CULong", ValueKind.Integer, size, size),
            Primitive.SizeT or Primitive.UIntPtrT => new Value("nuint", ValueKind.Integer, 8, 8),
            Primitive.SSizeT or Primitive.PtrDiffT or Primitive.IntPtrT => new Value("nint", ValueKind.Integer, 8, 8, IsSigned: true),
            Primitive.F32 => new Value("float", ValueKind.Floating, 4, 4),
            Primitive.F64 => new Value("double", ValueKind.Floating, 8, 8),
            // Differs by platform where it is 2 bytes on one and 4 on another.
            Primitive.WCharT => ValueUnion.Number(size, size == 4),
            Primitive.Void
            or Primitive.VaList or Primitive.LongDouble or Primitive.F16 or Primitive.F128 or Primitive.I128 or Primitive.U128 => null,
            _ => ValueUnion.Number(size, isSigned),
        };
    }

    /// <summary>Why C# can't say a type.</summary>
    public string WhyNot(CType type, Platform platform) => types.Index.Resolve(type, platform) switch
    {
        PrimitiveType { Primitive: Primitive.VaList } => "va_list: each platform defines it differently",
        PrimitiveType { Primitive: Primitive.LongDouble } => "long double: .NET has no such number",
        PrimitiveType { Primitive: var primitive } => $"{PrimitiveFacts.NameOf(primitive)}: .NET passes no such number",
        ComplexType => "a complex number by value",
        VectorType => "a vector of the compiler's by value",
        NamedType { Name: var name } => types.Index.FindType(name, platform) switch
        {
            CRecord record => $"{name} by value: {types.ObstacleOf(record)}",
            null => $"{name}: not known on {PlatformNames.NameOf(platform)}",
            _ => $"{name} by value, and the header has only its name",
        },
        var other => $"{other}",
    };

    // .NET refuses larger inline arrays.
    private const long MostArrayBytes = 1 << 20;

    private Value Array(Value element, long length) => isForLayout
        ? new Value($"{element.Type}[{length}]", ValueKind.Record, element.Size * length, element.Alignment)
        : types.ArrayOf(element, length);

    private Value? Enum(CEnum item, Platform platform)
    {
        if (types.Index.LayoutOf(item.Type.On(platform), platform) is not { } layout)
        {
            return null;
        }

        if (item.Name.Length == 0)
        {
            return ValueUnion.Number(layout.Size, isSigned: false);
        }

        if (!isForLayout)
        {
            types.UsedEnums.Add(item.Name);
        }

        return new Value(types.NameOf(item), ValueKind.Enum, layout.Size, layout.Alignment);
    }

    private Value? Record(CRecord record, Platform platform)
    {
        if (!types.CanSay(record))
        {
            return null;
        }

        if (!isForLayout)
        {
            types.Want(record);
        }

        return new Value(types.NameOf(record), ValueKind.Record, record.Layout.On(platform).Size, types.AlignmentOf(record, platform));
    }

    private Value ObjectPointer(ObjectPointer found, Platform platform)
    {
        if (types.RecordOf(found.Key, platform) is { } record)
        {
            types.Want(record);
            return new Value(types.NameOf(record) + "*", ValueKind.Address, 8, 8, IsPointer: true);
        }

        return types.FindHandle(found.Key) is not null
            ? new Value("nint", ValueKind.Address, 8, 8)
            : new Value(types.ReferenceTo(found.Key).Name, ValueKind.Record, 8, 8);
    }

    private Value Pointer(PointerType pointer, Platform platform) =>
        Target(pointer.Target, platform) is { } target && target.Kind != ValueKind.Boolean
            ? new Value(target.Type + "*", ValueKind.Address, 8, 8, IsPointer: true)
            : new Value("nint", ValueKind.Address, 8, 8);
}
