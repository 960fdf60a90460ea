using System.Numerics;
using System.Text;

namespace Ffi.Tests.Calls.Structs;

public sealed class LayoutTests
{
    [Fact]
    public void PackedStructs_CrossWithoutGaps()
    {
        Assert.Equal(1 + (2 * -3) + (4 * 5) + (8 * (1L << 40)), Layouts.Weigh(new Packed(1, -3, 5, 1L << 40)));
        Assert.Equal(1 + (2 * -3) + (4 * 5) + (8 * (1L << 40)), Layouts.WeighAt(new Packed(1, -3, 5, 1L << 40)));
        Assert.Equal(new Packed(7, 8, 9, 10), Layouts.New(7));
        Assert.Equal(3 + (2 * -5), Layouts.Weigh(new PackedSmall(3, -5)));
    }

    [Fact]
    public void StructsWithASize_HaveIt()
    {
        Assert.Equal(4, Layouts.FirstAt([new(1), new(2), new(4)], 2));
        Assert.Equal(3 + (2 * 5), Layouts.Then(new Roomy(3), 5));
    }

    [Fact]
    public void VectorsOfNumerics_CrossAsStructsOfFloats()
    {
        Assert.Equal(5, Layouts.Weigh(new Vector2(1, 2)));
        Assert.Equal(17, Layouts.Weigh(new Vector3(1, 2, 3)));
        Assert.Equal(49, Layouts.Weigh(new Vector4(1, 2, 3, 4)));
        Assert.Equal(49, Layouts.Weigh(new Quaternion(1, 2, 3, 4)));
        Assert.Equal(49, Layouts.Weigh(new Plane(1, 2, 3, 4)));
        Assert.Equal(new Vector2(2, 1), Layouts.Turn(new Vector2(1, 2)));
        Assert.Equal(new Vector3(3, 1, 2), Layouts.Turn(new Vector3(1, 2, 3)));
        Assert.Equal(new Vector4(4, 1, 2, 3), Layouts.Turn(new Vector4(1, 2, 3, 4)));
        Assert.Equal(new Complex(2, 1), Layouts.Turn(new Complex(1, 2)));
    }

    [Fact]
    public void StructsOfTheFramework_CrossAsTheirFields()
    {
        Assert.Equal(Guid.Parse("01020305-0102-0304-0506-0708090a0b0d"), Layouts.Next(Guid.Parse("01020304-0102-0304-0506-0708090a0b0c")));
        Assert.Equal(3 + (2 * (1L << 40)), Layouts.Weigh(KeyValuePair.Create(3, 1L << 40)));
        Assert.Equal(new Rune(194), Layouts.Twice(new Rune(97)));
        Assert.Equal(DateOnly.FromDayNumber(246), Layouts.Twice(DateOnly.FromDayNumber(123)));
        Assert.Equal(new ValueTuple<int>(6), Layouts.Twice(new ValueTuple<int>(3)));
        Assert.Equal(TimeSpan.FromTicks(1L << 41), Layouts.Twice(TimeSpan.FromTicks(1L << 40)));
        Assert.Equal(3 + (2 * 5), Layouts.Weigh(3..5));
    }
}
