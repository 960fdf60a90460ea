namespace Ffi.Tests.Calls.Arity;

public sealed class WidthSumTests
{
    [Fact]
    public void TwentyFourArguments_OfEveryWidth_ArriveInTheirPlaces()
    {
        double[] values = [.. Enumerable.Range(1, 24).Select(position => (double)(position * 37 % 101))];
        Assert.Equal(values.Select((value, index) => (index + 1) * value).Sum(), Weigh(values));
    }

    [Fact]
    public void EachOf24Arguments_Alone_ArrivesInItsPlace()
    {
        for (int position = 1; position <= 24; position++)
        {
            double[] values = new double[24];
            values[position - 1] = 100;
            Assert.Equal(100 * position, Weigh(values));
        }
    }

    [Fact]
    public void NarrowestAndWidestValues_OnTheStack_KeepTheirSigns() =>
        Assert.Equal(
            17.0 * sbyte.MinValue + 19.0 * byte.MaxValue + 21.0 * short.MinValue + 23.0 * ushort.MaxValue,
            WidthSums.Weigh24(
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                sbyte.MinValue, 0, byte.MaxValue, 0, short.MinValue, 0, ushort.MaxValue, 0));

    private static double Weigh(double[] a) => WidthSums.Weigh24(
        (sbyte)a[0], (float)a[1], (byte)a[2], a[3], (short)a[4], (float)a[5], (ushort)a[6], a[7],
        (int)a[8], (float)a[9], (uint)a[10], a[11], (long)a[12], (float)a[13], (ulong)a[14], a[15],
        (sbyte)a[16], (float)a[17], (byte)a[18], a[19], (short)a[20], (float)a[21], (ushort)a[22], a[23]);
}
