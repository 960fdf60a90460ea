using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides what each function of a library does, or why it can't be bound.</summary>
/// <param name="library">The library.</param>
/// <param name="symbolsType">The name of the class that keeps the addresses.</param>
internal sealed class FunctionPlanner(LibraryModel library, string symbolsType)
{
    private readonly FunctionRules _rules = new(library);
    private readonly SlotPlanner _slots = new(symbolsType);

    /// <summary>The addresses that the functions planned so far need.</summary>
    public IReadOnlyList<SlotPlan> Slots => _slots.Slots;

    /// <summary>The plan, null where there is a problem that is an error, and the problems. Ask in the order of the declaration.</summary>
    public (TrampolinePlan? Plan, IReadOnlyList<Problem> Problems) Plan(FunctionModel function)
    {
        if (_rules.IsRejected(function))
        {
            return (null, []);
        }

        List<Problem> problems = [.. _rules.FindProblems(function)];
        TrampolinePlan? plan = TrampolinePlanner.Plan(function, problems);
        if (problems.Any(static problem => !problem.IsWarning) || plan is null)
        {
            return (null, problems);
        }

        string? availability = _rules.BringsAvailability(function) ? plan.Availability : null;
        plan = plan with { Slot = _slots.SlotFor(function), Availability = availability };
        if (plan.Return is TextReturn { Free: { } free } text)
        {
            plan = plan with { Return = text with { Free = free with { Slot = _slots.SlotFor(free.EntryPoint) } } };
        }

        return (plan, problems);
    }
}
