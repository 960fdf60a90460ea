namespace Ffi.Analyzers.Liveness.Walking;

/// <summary>How many steps the methods of a compilation may take together. What is beyond is left out, which can lose a report and never
/// makes one.</summary>
internal sealed class StepBudget(int steps)
{
    private readonly int _all = steps;
    private int _left = steps;

    /// <summary>How many have been taken.</summary>
    public int Taken => _all - Math.Max(_left, 0);

    public bool TryStep() => Interlocked.Decrement(ref _left) >= 0;
}
