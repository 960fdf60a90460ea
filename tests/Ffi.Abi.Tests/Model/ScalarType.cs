namespace Ffi.Abi.Tests.Model;

/// <summary>How the bits of a scalar are to be read.</summary>
internal enum ScalarKind { Integer, Boolean, Single, Double }

/// <summary>A type without parts.</summary>
/// <param name="Bytes">Its size, in bytes.</param>
/// <param name="Kind">What its bits mean.</param>
internal sealed record ScalarType(string CName, string CSharpName, int Bytes, ScalarKind Kind = ScalarKind.Integer)
    : AbiType(CName, CSharpName)
{
    public static readonly ScalarType I8 = new("int8_t", "sbyte", 1);
    public static readonly ScalarType I32 = new("int32_t", "int", 4);
    public static readonly ScalarType I64 = new("int64_t", "long", 8);
    public static readonly ScalarType F32 = new("float", "float", 4, ScalarKind.Single);
    public static readonly ScalarType F64 = new("double", "double", 8, ScalarKind.Double);
    public static readonly ScalarType Bool = new("bool", "bool", 1, ScalarKind.Boolean);
    public static readonly ScalarType Char16 = new("uint16_t", "char", 2);
    public static readonly ScalarType NFloat = new("double", "NFloat", 8, ScalarKind.Double);
    public static readonly ScalarType Pointer = new("void *", "void*", 8);

    // C's long is the one type whose size is the operating system's choice.
    private static readonly int LongBytes = AbiTarget.IsWindows ? 4 : 8;

    private static readonly ScalarType[] Others =
    [
        new("uint8_t", "byte", 1),
        new("int16_t", "short", 2),
        new("uint16_t", "ushort", 2),
        new("uint32_t", "uint", 4),
        new("uint64_t", "ulong", 8),
        new("intptr_t", "nint", 8),
        new("uintptr_t", "nuint", 8),
        new("long", "CLong", LongBytes),
        new("unsigned long", "CULong", LongBytes),
        NFloat,
    ];

    /// <summary>Enums, one over each integer that can carry one: <c>Eint</c> is over <c>int</c>.</summary>
    public static IReadOnlyList<ScalarType> Enums { get; } =
        [.. new[] { I8, I32, I64 }.Concat(Others.Take(5)).Select(integer => integer with { CSharpName = "E" + integer.CSharpName })];

    /// <summary>What may be a field of any struct, also where the run time marshals.</summary>
    public static IReadOnlyList<ScalarType> Blittable { get; } = [I8, I32, I64, F32, F64, Pointer, .. Others, .. Enums];

    /// <summary>Everything that may be a parameter.</summary>
    public static IReadOnlyList<ScalarType> All { get; } = [.. Blittable, Bool, Char16];

    public override int Size => Bytes;

    public override int Alignment => Bytes;

    public override IReadOnlyList<Leaf> Leaves => [new("", this)];

    /// <summary>A C# expression for the value with the bits of another expression.</summary>
    public string FromBits(string bits) => this == Pointer ? $"(void*)Read<nint>({bits})" : $"Read<{CSharpName}>({bits})";

    /// <summary>A C# expression for the bits of the value of another expression.</summary>
    public string ToBits(string value) => this == Pointer ? $"Bits((nint){value})" : $"Bits({value})";
}
