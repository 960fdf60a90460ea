namespace Ffi.Generators;

/// <summary>The names by which tests find the generators' steps.</summary>
internal static class StepNames
{
    public const string Read = nameof(Read);
    public const string Plan = nameof(Plan);
    public const string ReadCallSites = nameof(ReadCallSites);
    public const string PlanTargets = nameof(PlanTargets);
    public const string PlanInterceptions = nameof(PlanInterceptions);
}
