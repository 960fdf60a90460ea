using static Ffi.Tests.Calls.Structs.MixedStructs;
using Range = Ffi.Tests.Calls.Structs.MixedStructs.Range;

namespace Ffi.Tests.Calls.Structs;

public sealed class MixedStructTests
{
    [Fact]
    public void StructOfTwoKinds_InOneEightbyte_ComesBack() => Assert.Equal(new CountRatio(-9, 2.5f), Next(new CountRatio(-10, 0.5f)));

    [Fact]
    public void StructOfTwoKinds_InTwoEightbytes_ComesBack()
    {
        Assert.Equal(new IdValue(long.MinValue + 1, 2.25), Next(new IdValue(long.MinValue, 0.25)));
        Assert.Equal(new ValueId(1.25, long.MaxValue), Next(new ValueId(0.25, long.MaxValue - 2)));
    }

    [Fact]
    public void StructWithPadding_ComesBack()
    {
        Assert.Equal(new TaggedPoint(11, 22, 43), Next(new TaggedPoint(10, 20, 40)));
        Assert.Equal(new KindValue(-127, 2.5), Next(new KindValue(-128, 0.5)));
    }

    [Fact]
    public void NestedStruct_ComesBack()
    {
        Assert.Equal(new WeightedRows(new Range(11, 22), 43), Next(new WeightedRows(new Range(10, 20), 40)));
        Assert.Equal(
            new TablePart(new Range(11, 22), new Range(43, 84), -155),
            Next(new TablePart(new Range(10, 20), new Range(40, 80), -160)));
    }

    [Fact]
    public void StructWithAnArray_ComesBack()
    {
        Series next = Next(new Series(10, Items3.Of(-20, 40, short.MaxValue - 4), 0.5f));

        Assert.Equal(11, next.Count);
        Assert.Equal((-18, 43, short.MaxValue), (next.Items[0], next.Items[1], next.Items[2]));
        Assert.Equal(5.5f, next.Scale);
    }

    [Fact]
    public void StructsOfOppositeKinds_BetweenScalars_KeepTheirPlaces() =>
        Assert.Equal(
            1 + 2 * 10 + 3 * 100 + 4 * 1000 + 5 * 10_000.0 + 6 * 100_000 + 7 * 1_000_000,
            WeighCrossed(1, new IdValue(10, 100), 1000, new ValueId(10_000, 100_000), 1_000_000));

    [Fact]
    public void SmallStructs_PastTheLastRegisterOfEachKind_KeepTheirPlaces()
    {
        double[] fields = [.. Enumerable.Range(1, 19).Select(place => (double)(place * 37 % 101))];

        double weighed = WeighMany(
            new CountRatio((int)fields[0], (float)fields[1]),
            new TaggedPoint((float)fields[2], (float)fields[3], (int)fields[4]),
            new KindValue((sbyte)fields[5], fields[6]),
            new WeightedRows(new Range((int)fields[7], (int)fields[8]), fields[9]),
            new Series((int)fields[10], Items3.Of((short)fields[11], (short)fields[12], (short)fields[13]), (float)fields[14]),
            new IdValue((long)fields[15], fields[16]),
            new Range((int)fields[17], (int)fields[18]));

        Assert.Equal(fields.Select((field, index) => (index + 1) * field).Sum(), weighed);
    }
}
