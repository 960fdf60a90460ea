using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides what each function of a library does, or why it can't be bound.</summary>
/// <param name="library">The library.</param>
/// <param name="symbolsType">The name of the class that keeps the addresses.</param>
/// <param name="members">Names of members that are not taken yet.</param>
/// <param name="checking">What the project asks for beside the calls.</param>
/// <param name="checksType">The name of the class that says what was declared, for bodies that test it.</param>
internal sealed class FunctionPlanner(
    LibraryModel library,
    string symbolsType,
    LocalNames members,
    CheckingModel checking,
    string checksType)
{
    private readonly FunctionRules _rules = new(library);
    private readonly SlotPlanner _slots = new(symbolsType);
    private readonly OtherLibraries _others = new(members);
    private readonly LocalNames _checks = CheckPlanner.FieldsOf(checksType);

    /// <summary>The addresses that the functions planned so far need.</summary>
    public IReadOnlyList<SlotPlan> Slots => _slots.Slots;

    /// <summary>The other libraries that the functions planned so far need.</summary>
    public IEnumerable<OtherLibraryPlan> Others => _others.Plans;

    /// <summary>The property that a function with an error brings, so that what asks for it compiles; null if it brings none. Ask behind
    /// <see cref="Plan"/>.</summary>
    public string? AvailabilityOf(FunctionModel function) => _rules.BringsAvailability(function)
        && !library.MemberNames.Contains(TrampolinePlanner.AvailabilityOf(function.Name))
        && !(library.IsOptional && TrampolinePlanner.AvailabilityOf(function.Name) == LibraryRules.Availability)
            ? TrampolinePlanner.AvailabilityOf(function.Name)
            : null;

    /// <summary>The plan, null if there is a problem that is an error, and the problems. Ask in the order of the declaration.</summary>
    public (TrampolinePlan? Plan, IReadOnlyList<Problem> Problems) Plan(FunctionModel function)
    {
        if (_rules.IsRejected(function))
        {
            return (null, []);
        }

        List<Problem> problems = [.. _rules.FindProblems(function)];
        TrampolinePlan? plan = TrampolinePlanner.Plan(function, problems, checking);
        if (problems.Any(static problem => !problem.IsWarning) || plan is null)
        {
            return (null, problems);
        }

        string? availability = _rules.BringsAvailability(function) ? plan.Availability : null;
        ImportPlan? import = ImportPlan.Of(library, function.Options);
        return ((plan with
        {
            Slot = import is null ? _slots.SlotFor(function) : "",
            Import = import,
            Availability = availability,
            Check = plan.Check is null ? null : plan.Check with { Function = _checks.Take(Identifier.Escape(function.Name)) },
        }).WithFrees(Locate), problems);
    }

    /// <summary>The name of the field for a variable's symbol.</summary>
    public string SlotFor(VariableModel variable) => _slots.SlotFor(variable);

    /// <summary>Whether the property that tells of an optional variable would have a name that is taken.</summary>
    public bool IsAvailabilityTaken(VariableModel variable) => _rules.IsAvailabilityTaken(variable.Name);

    private FreePlan Locate(FreePlan free)
    {
        if (ImportPlan.Of(library, free.Library ?? library.LibraryName) is { } import)
        {
            return free with { Import = import };
        }

        if (free.Library is null)
        {
            return free with { Slot = _slots.SlotFor(free.EntryPoint) };
        }

        (string symbols, string slot) = _others.SlotFor(free.Library, free.EntryPoint);
        return free with { Symbols = symbols, Slot = slot };
    }
}
