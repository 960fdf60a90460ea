namespace Ffi.Headers.Digest;

/// <summary>What the platforms say of C's own types.</summary>
public static class PrimitiveFacts
{
    // In the order of the enumeration.
    private static readonly string[] s_names =
    [
        "void", "bool", "char", "i8", "u8", "i16", "u16", "i32", "u32", "i64", "u64", "i128", "u128", "long", "ulong", "f16", "f32", "f64",
        "f128", "longdouble", "size_t", "ssize_t", "ptrdiff_t", "intptr_t", "uintptr_t", "wchar_t", "char16_t", "char32_t", "va_list",
    ];

    private static readonly Dictionary<string, Primitive> s_byName =
        s_names.Select(static (name, index) => (name, index)).ToDictionary(static pair => pair.name, static pair => (Primitive)pair.index);

    /// <summary>What a digest calls the type.</summary>
    public static string NameOf(Primitive primitive) => s_names[(int)primitive];

    /// <summary>The type that a digest calls so; null if none is.</summary>
    public static Primitive? Find(string name) => s_byName.TryGetValue(name, out Primitive primitive) ? primitive : null;

    /// <summary>The size in bytes on a platform, which is the alignment too; 0 for <c>void</c>.</summary>
    public static int SizeOf(Primitive primitive, Platform platform) => primitive switch
    {
        Primitive.Void => 0,
        Primitive.Bool or Primitive.Char or Primitive.I8 or Primitive.U8 => 1,
        Primitive.I16 or Primitive.U16 or Primitive.F16 or Primitive.Char16T => 2,
        Primitive.I32 or Primitive.U32 or Primitive.F32 or Primitive.Char32T => 4,
        Primitive.Long or Primitive.ULong => IsWindows(platform) ? 4 : 8,
        Primitive.WCharT => IsWindows(platform) ? 2 : 4,
        Primitive.LongDouble => platform is Platform.WinArm64 or Platform.OsxArm64 ? 8 : 16,
        Primitive.VaList => platform switch { Platform.LinuxX64 => 24, Platform.LinuxArm64 => 32, _ => 8 },
        Primitive.I128 or Primitive.U128 or Primitive.F128 => 16,
        _ => 8,
    };

    /// <summary>The alignment in bytes on a platform; 1 for <c>void</c>.</summary>
    public static int AlignmentOf(Primitive primitive, Platform platform) => primitive switch
    {
        Primitive.Void => 1,
        Primitive.VaList => 8,
        _ => SizeOf(primitive, platform),
    };

    /// <summary>Whether it is a whole number, a character or a truth value.</summary>
    public static bool IsInteger(Primitive primitive) =>
        primitive is not (Primitive.Void or Primitive.VaList) && !IsFloatingPoint(primitive);

    /// <summary>Whether it is a floating-point number.</summary>
    public static bool IsFloatingPoint(Primitive primitive) =>
        primitive is Primitive.F16 or Primitive.F32 or Primitive.F64 or Primitive.F128 or Primitive.LongDouble;

    /// <summary>Whether a whole number has a sign on a platform.</summary>
    public static bool IsSigned(Primitive primitive, Platform platform) => primitive switch
    {
        Primitive.Char => platform != Platform.LinuxArm64,
        // wchar_t is unsigned on Windows and, by the AArch64 ABI, on linux-arm64.
        Primitive.WCharT => platform is Platform.LinuxX64 or Platform.OsxArm64,
        Primitive.I8 or Primitive.I16 or Primitive.I32 or Primitive.I64 or Primitive.I128 or Primitive.Long
            or Primitive.SSizeT or Primitive.PtrDiffT or Primitive.IntPtrT => true,
        _ => IsFloatingPoint(primitive),
    };

    /// <summary>The same where a declaration can be held to it; null for characters and truth values, whose sign programs don't rely
    /// on.</summary>
    public static bool? SignOf(Primitive primitive, Platform platform) =>
        primitive is Primitive.Bool or Primitive.Char or Primitive.WCharT or Primitive.Char16T or Primitive.Char32T
            ? null
            : IsSigned(primitive, platform);

    private static bool IsWindows(Platform platform) => platform is Platform.WinX64 or Platform.WinArm64;
}
