namespace Ffi.Benchmarks.Measuring;

/// <summary>What a comparison's rounds gave.</summary>
/// <param name="Comparison">What was compared.</param>
/// <param name="Nanoseconds">A row a way, a column a round: the time of one operation.</param>
/// <param name="Bytes">What one operation allocates on the calling thread, a way each.</param>
internal sealed record Measurement(Comparison Comparison, double[][] Nanoseconds, double[] Bytes)
{
    /// <summary>A way's time: the median of its rounds.</summary>
    public double NanosecondsOf(string way) => Median([.. Nanoseconds[IndexOf(way)]]);

    /// <summary>What one operation of a way allocates.</summary>
    public double BytesOf(string way) => Bytes[IndexOf(way)];

    /// <summary>One way's time divided by the fastest of others. Each round gives a ratio of its own, so that a slow moment of the machine,
    /// which both ways had to bear, divides out.</summary>
    /// <param name="way">The way.</param>
    /// <param name="others">What it is compared with.</param>
    /// <param name="over">A way whose time is taken off both.</param>
    public Ratio RatioOf(string way, IEnumerable<string> others, string? over = null)
    {
        double[] of = Nanoseconds[IndexOf(way)];
        double[] against = Nanoseconds[IndexOf(others.MinBy(NanosecondsOf)!)];
        double less = over is null ? 0 : NanosecondsOf(over);
        double[] ratios = [.. of.Zip(against, (one, other) => (one - less) / (other - less)).Order()];
        return new Ratio(Median(ratios), ratios[ratios.Length / 4], ratios[ratios.Length * 3 / 4]);
    }

    /// <summary>Whether there is such a way.</summary>
    public bool Has(string way) => Comparison.Ways.Any(one => one.Name == way);

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    private int IndexOf(string way) => Comparison.Ways.Index().Single(one => one.Item.Name == way).Index;
}

/// <summary>A ratio of two times.</summary>
/// <param name="Median">The middle of all rounds.</param>
/// <param name="Lower">A quarter of the rounds is below.</param>
/// <param name="Upper">A quarter of the rounds is above.</param>
internal readonly record struct Ratio(double Median, double Lower, double Upper);
