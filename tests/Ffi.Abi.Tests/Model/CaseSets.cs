using System.Globalization;
using static Ffi.Abi.Tests.Model.ScalarType;

namespace Ffi.Abi.Tests.Model;

/// <summary>The sets that the tests call. Each has a name, which is also its folder's.</summary>
/// <remarks>FFI_ABI_SEED and FFI_ABI_CASES draw others, and more of them.</remarks>
internal static class CaseSets
{
    private static readonly int s_count = Setting("FFI_ABI_CASES", 500);

    /// <summary>What the functions are drawn from.</summary>
    public static int Seed { get; } = Setting("FFI_ABI_SEED", 20_260_801);

    public static IReadOnlyList<string> Names { get; } = ["marshalled", "unmarshalled", "small-structs", "mutated"];

    public static CaseSet Of(string name) => name switch
    {
        // No marshalling stands between NativeCall and C, so one set is twice the size instead.
        "small-structs" => Of(name, Seed, 2 * s_count),
        _ => Of(name, Seed, s_count),
    };

    /// <param name="count">How many functions. A smaller set is the beginning of a larger one of the same seed.</param>
    public static CaseSet Of(string name, int seed, int count) => name switch
    {
        // Where the run time marshals, a struct with a bool or char is not blittable, and does not compile.
        "marshalled" => CaseGenerator.Draw(seed, count, Blittable),
        "unmarshalled" => CaseGenerator.Draw(seed, count, All),
        "small-structs" => CaseGenerator.Draw(seed, count, All, NativeType.MaxStructBytes),
        "mutated" => CaseSet.Of(
            (I64, [I32, I64, F64]),
            (F64, [new StructType("Mixed", F32, I32), I8]),
            (new StructType("Large", I64, F64, I64), [F32, F64]),
            (null, [I32, I32])),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such set."),
    };

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
