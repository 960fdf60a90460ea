using System.Numerics;

namespace Ffi.Tests.Calls.Arity;

/// <summary>A sum and a weighted sum of the same number of arguments, called with an array's elements in order.</summary>
public abstract class ArityCase(int arity)
{
    public int Arity => arity;

    /// <summary>Calls with unlike values, and compares with the sum that C# finds.</summary>
    public abstract void SumsEveryArgument();

    /// <summary>The same with each argument times its position, first all together and then each argument alone.</summary>
    public abstract void WeighsEachArgumentByItsPosition();
}

/// <inheritdoc/>
public sealed class ArityCase<TValue, TSum>(int arity, Func<TValue[], TSum> sum, Func<TValue[], TSum> weigh) : ArityCase(arity)
    where TValue : struct, INumber<TValue>
    where TSum : struct, INumber<TSum>
{
    public Func<TValue[], TSum> Sum => sum;

    public override void SumsEveryArgument()
    {
        TValue[] values = Values();
        Assert.Equal(Expected(values, _ => 1), sum(values));
    }

    public override void WeighsEachArgumentByItsPosition()
    {
        TValue[] values = Values();
        Assert.Equal(Expected(values, position => position), weigh(values));

        for (int alone = 0; alone < Arity; alone++)
        {
            TValue[] one = new TValue[Arity];
            one[alone] = values[alone];
            Assert.Equal(Expected(one, position => position), weigh(one));
        }
    }

    // Unlike one another and exact in every type: the narrow integers use all their bits, the floats stay whole numbers, and no sum
    // of 32 of them leaves the 64 bits or the 24 of a float's fraction.
    private TValue[] Values() =>
        [.. Enumerable.Range(1, Arity).Select(position => typeof(TValue) == typeof(float) || typeof(TValue) == typeof(double)
            ? TValue.CreateChecked(position * 37 % 1000 - 500)
            : TValue.CreateTruncating((long)((ulong)position * 0x9E3779B97F4A7C15) >> 12))];

    private static TSum Expected(TValue[] values, Func<int, int> weight)
    {
        TSum total = TSum.Zero;
        for (int i = 0; i < values.Length; i++)
        {
            total += TSum.CreateChecked(weight(i + 1)) * TSum.CreateChecked(values[i]);
        }

        return total;
    }
}
