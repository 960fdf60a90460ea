using static Ffi.Tests.Calls.Structs.FloatStructs;

namespace Ffi.Tests.Calls.Structs;

/// <summary>Homogeneous floating-point aggregates, which have registers of their own; also where one register is left.</summary>
public sealed class FloatStructTests
{
    private const int Late = 1 + 4 + 9 + 16 + 25 + 36 + 49;

    [Fact]
    public void ResultOfFloats_HasEveryField()
    {
        Assert.Equal(new Float1(2), Scale(new Float1(1), 2));
        Assert.Equal(new Float2(2, 4), Scale(new Float2(1, 2), 2));
        Assert.Equal(new Float3(2, 4, 8), Scale(new Float3(1, 2, 4), 2));
        Assert.Equal(new Float4(2, 4, 8, 16), Scale(new Float4(1, 2, 4, 8), 2));
    }

    [Fact]
    public void ResultOfDoubles_HasEveryField()
    {
        Assert.Equal(new Double1(2), Scale(new Double1(1), 2));
        Assert.Equal(new Double2(2, 4), Scale(new Double2(1, 2), 2));
        Assert.Equal(new Double3(2, 4, 8), Scale(new Double3(1, 2, 4), 2));
        Assert.Equal(new Double4(2, 4, 8, 16), Scale(new Double4(1, 2, 4, 8), 2));
    }

    [Fact]
    public void ArgumentOfFloats_StandsBetweenItsNeighbours()
    {
        Assert.Equal(1 + 2 * 10 + 3 * 1000, Weigh(1, new Float1(10), 1000));
        Assert.Equal(1 + 2 * 10 + 3 * 20 + 4 * 1000, Weigh(1, new Float2(10, 20), 1000));
        Assert.Equal(1 + 2 * 10 + 3 * 20 + 4 * 40 + 5 * 1000, Weigh(1, new Float3(10, 20, 40), 1000));
        Assert.Equal(1 + 2 * 10 + 3 * 20 + 4 * 40 + 5 * 80 + 6 * 1000, Weigh(1, new Float4(10, 20, 40, 80), 1000));
    }

    [Fact]
    public void ArgumentOfDoubles_StandsBetweenItsNeighbours()
    {
        Assert.Equal(1 + 2 * 10 + 3 * 1000, Weigh(1, new Double1(10), 1000));
        Assert.Equal(1 + 2 * 10 + 3 * 20 + 4 * 1000, Weigh(1, new Double2(10, 20), 1000));
        Assert.Equal(1 + 2 * 10 + 3 * 20 + 4 * 40 + 5 * 1000, Weigh(1, new Double3(10, 20, 40), 1000));
        Assert.Equal(1 + 2 * 10 + 3 * 20 + 4 * 40 + 5 * 80 + 6 * 1000, Weigh(1, new Double4(10, 20, 40, 80), 1000));
    }

    [Fact]
    public void ArgumentOfFloats_AfterSevenOthers_ArrivesWhole()
    {
        Assert.Equal(Late + 8 * (20 + 3000), WeighLate(1, 2, 3, 4, 5, 6, 7, new Float1(10), 1000));
        Assert.Equal(Late + 8 * (80 + 4000), WeighLate(1, 2, 3, 4, 5, 6, 7, new Float2(10, 20), 1000));
        Assert.Equal(Late + 8 * (240 + 5000), WeighLate(1, 2, 3, 4, 5, 6, 7, new Float3(10, 20, 40), 1000));
        Assert.Equal(Late + 8 * (640 + 6000), WeighLate(1, 2, 3, 4, 5, 6, 7, new Float4(10, 20, 40, 80), 1000));
    }

    [Fact]
    public void ArgumentOfDoubles_AfterSevenOthers_ArrivesWhole()
    {
        Assert.Equal(Late + 8 * (20 + 3000), WeighLate(1, 2, 3, 4, 5, 6, 7, new Double1(10), 1000));
        Assert.Equal(Late + 8 * (80 + 4000), WeighLate(1, 2, 3, 4, 5, 6, 7, new Double2(10, 20), 1000));
        Assert.Equal(Late + 8 * (240 + 5000), WeighLate(1, 2, 3, 4, 5, 6, 7, new Double3(10, 20, 40), 1000));
        Assert.Equal(Late + 8 * (640 + 6000), WeighLate(1, 2, 3, 4, 5, 6, 7, new Double4(10, 20, 40, 80), 1000));
    }
}
