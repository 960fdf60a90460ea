using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Report;

/// <summary>How a target and a measurement agree.</summary>
/// <param name="Target">The target.</param>
/// <param name="Measurement">The measurement.</param>
/// <param name="Ratio">The judged way's time divided by the others'.</param>
/// <param name="ToFloor">The same against the target's floor.</param>
internal sealed record Verdict(Target Target, Measurement Measurement, Ratio Ratio, Ratio? ToFloor)
{
    /// <summary>Whether the target itself is met.</summary>
    public bool IsMet => Ratio.Median <= Target.Limit;

    /// <summary>Whether the way is as fast as anything can be here.</summary>
    public bool IsAtFloor => ToFloor is { } ratio && ratio.Median <= Target.Floor!.AtMost;

    /// <summary>Whether the judged way allocated on the calling thread, beyond what is taken off.</summary>
    public bool Allocates =>
        Measurement.BytesOf(Target.Way) - (Target.Over is null ? 0 : Measurement.BytesOf(Target.Over)) >= 1 && !Target.Allocates;

    /// <summary>Whether there is nothing to mend.</summary>
    public bool IsGood => (IsMet || IsAtFloor) && !Allocates;

    /// <summary>One word.</summary>
    public string Word => Allocates ? "allocates" : IsMet ? "met" : IsAtFloor ? "at the floor" : "missed";

    /// <summary>The better of two verdicts on the same.</summary>
    public Verdict Or(Verdict other) => other.IsGood || other.Ratio.Median < Ratio.Median ? other : this;

    /// <summary>Judges.</summary>
    public static Verdict Of(Target target, Measurement measurement) => new(
        target,
        measurement,
        measurement.RatioOf(target.Way, target.Against.Where(measurement.Has), target.Over),
        target.Floor is null ? null : measurement.RatioOf(target.Way, target.Floor.Against.Where(measurement.Has), target.Over));
}
