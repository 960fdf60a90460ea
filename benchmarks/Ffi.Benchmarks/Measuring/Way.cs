namespace Ffi.Benchmarks.Measuring;

/// <summary>One way of doing a piece of work.</summary>
/// <param name="Name">The way's name, the same in every comparison.</param>
/// <param name="Loop">Does the work as often as it is told, and gives what depends on all of it.</param>
internal sealed record Way(string Name, Func<int, long> Loop)
{
    /// <summary>How much of the loop's last run counts, where that is not all of it.</summary>
    public Func<TimeSpan>? Counted { get; init; }
}
