namespace Ffi.Tests.Calls.Arity;

/// <summary>Every number of arguments from 0 to 15 of integers, floats and both; the turning points to 32 of every width.</summary>
public sealed class ArityTests
{
    private static readonly Dictionary<string, IReadOnlyList<ArityCase>> Cases = new()
    {
        ["SByte"] = SByteSums.Cases,
        ["Byte"] = ByteSums.Cases,
        ["Int16"] = Int16Sums.Cases,
        ["UInt16"] = UInt16Sums.Cases,
        ["Int32"] = Int32Sums.Cases,
        ["UInt32"] = UInt32Sums.Cases,
        ["Int64"] = Int64Sums.Cases,
        ["UInt64"] = UInt64Sums.Cases,
        ["Single"] = SingleSums.Cases,
        ["Double"] = DoubleSums.Cases,
        ["Mixed"] = MixedSums.Cases,
    };

    public static IEnumerable<object[]> Sums { get; } =
        [.. ArityFamily.All.SelectMany(family => family.Arities.Select(arity => new object[] { family.Name, arity }))];

    [Theory, MemberData(nameof(Sums))]
    public void Sum_AddsEveryArgument(string family, int arity) => Find(family, arity).SumsEveryArgument();

    [Theory, MemberData(nameof(Sums))]
    public void WeightedSum_SeesEachArgumentInItsPlace(string family, int arity) => Find(family, arity).WeighsEachArgumentByItsPosition();

    private static ArityCase Find(string family, int arity) => Cases[family].Single(found => found.Arity == arity);
}
