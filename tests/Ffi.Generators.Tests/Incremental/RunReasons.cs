using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Tests.Incremental;

/// <summary>Why each step of the generator had the result it had, for one library.</summary>
internal readonly record struct RunReasons(IncrementalStepRunReason Read, IncrementalStepRunReason Plan, IncrementalStepRunReason Output)
{
    /// <summary>Nothing was done again.</summary>
    public static readonly RunReasons Cached = new(
        IncrementalStepRunReason.Cached,
        IncrementalStepRunReason.Cached,
        IncrementalStepRunReason.Cached);

    /// <summary>The declaration was read again, as Roslyn does on any edit, and was the same.</summary>
    public static readonly RunReasons ReadAgain = Cached with { Read = IncrementalStepRunReason.Unchanged };

    /// <summary>The file was written anew.</summary>
    public static readonly RunReasons WrittenAnew = new(
        IncrementalStepRunReason.Modified,
        IncrementalStepRunReason.Modified,
        IncrementalStepRunReason.Modified);

    public static RunReasons[] Of(GeneratorRun run) =>
    [
        .. Reasons(run.Result.TrackedSteps[StepNames.Read])
            .Zip(Reasons(run.Result.TrackedSteps[StepNames.Plan]), Reasons(run.Result.TrackedOutputSteps.Single().Value))
            .Select(step => new RunReasons(step.First, step.Second, step.Third)),
    ];

    private static IEnumerable<IncrementalStepRunReason> Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(step => step.Outputs).Select(output => output.Reason);
}
