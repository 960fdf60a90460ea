using static Ffi.Abi.Tests.Model.ScalarType;

namespace Ffi.Abi.Tests.Model;

/// <summary>The structs of a set of cases: one of each class that a calling convention tells apart, and some drawn at random.</summary>
internal static class StructCatalog
{
    private const int RandomStructs = 20;

    private static readonly StructType Pair = new("Pair", I32, I32);

    private static readonly StructType[] Classes =
    [
        new("OneByte", I8),
        new("ThreeBytes", new ArrayType(I8, 3)),
        Pair,
        new("SevenBytes", new ArrayType(I8, 7)),
        new("TwelveBytes", I32, I32, I32),
        new("TwoIntegers", I64, I64),
        new("OneFloat", F32),
        new("ThreeFloats", F32, F32, F32),
        new("FourFloats", F32, F32, F32, F32),
        new("TwoDoubles", F64, F64),
        new("FourDoubles", F64, F64, F64, F64),
        new("MixedEightbyte", F32, I32),
        new("IntegerThenFloat", I64, F64),
        new("FloatThenInteger", F64, I64),
        new("FloatsThenByte", F32, F32, I8),
        new("ThreeIntegers", I64, I64, I64),
        new("NestedInRegisters", Pair, F64),
        new("NestedInMemory", Pair, Pair, I64),
        new("ArrayAndFloat", I32, new ArrayType(I8, 5), F64),
        new("FortyBytes", new ArrayType(F64, 5)),
    ];

    /// <param name="random">Where the random structs come from.</param>
    /// <param name="scalars">What their fields may be.</param>
    public static IReadOnlyList<StructType> Draw(Random random, IReadOnlyList<ScalarType> scalars)
    {
        List<StructType> drawn = [.. Classes];
        for (int i = 1; i <= RandomStructs; i++)
        {
            drawn.Add(new StructType($"Random{i}", [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => Field())]));
        }

        return drawn;

        AbiType Field() => random.Next(10) switch
        {
            0 => drawn[random.Next(drawn.Count)],
            1 => new ArrayType(Element(), random.Next(1, 5)),
            _ => scalars[random.Next(scalars.Count)],
        };

        // An inline array has no pointers for elements.
        ScalarType Element() => scalars[random.Next(scalars.Count)] is var element && element != Pointer ? element : I32;
    }
}
