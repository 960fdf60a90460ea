using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides what one function of a library does, or why it can't be bound.</summary>
internal static class FunctionPlanner
{
    /// <summary>The plan, null where a problem is an error, and the problems.</summary>
    public static (TrampolinePlan? Plan, IReadOnlyList<Problem> Problems) Plan(FunctionModel function, LibraryModel library, SlotPlanner slots)
    {
        List<Problem> problems = [.. FunctionRules.FindProblems(function, library)];
        TrampolinePlan? plan = TrampolinePlanner.Plan(function, problems);
        if (problems.Any(static problem => !problem.IsWarning) || plan is null)
        {
            return (null, problems);
        }

        plan = plan with { Slot = slots.SlotFor(function) };
        if (plan.Return is TextReturn { Free: { } free } text)
        {
            plan = plan with { Return = text with { Free = free with { Slot = slots.SlotFor(free.EntryPoint) } } };
        }

        return (plan, problems);
    }
}
