namespace Ffi.Benchmarks.Measuring;

/// <summary>The same work in several ways.</summary>
/// <param name="Group">What kind of work it is: the benchmark class and the chart it belongs to.</param>
/// <param name="Name">What exactly is done.</param>
/// <param name="Ways">How.</param>
internal sealed record Comparison(string Group, string Name, params IReadOnlyList<Way> Ways)
{
    /// <summary>The name that is unique among all.</summary>
    public string FullName => $"{Group}/{Name}";

    /// <summary>How often a way's loop does the work.</summary>
    public int Operations { get; init; } = Loops.Count;

    /// <summary>In how many rounds. Fewer where a round is long.</summary>
    public int Rounds { get; init; } = 101;

    /// <summary>How often each loop runs, in each phase before it is measured: 30 calls let a method be compiled again.</summary>
    public int WarmUps { get; init; } = 40;

    /// <summary>Whether ways leave garbage, which is then collected between them, so that each pays for its own only.</summary>
    public bool LeavesGarbage { get; init; }
}
