using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides what a library's file holds.</summary>
internal static class LibraryPlanner
{
    /// <summary>The plan. A function with an error gets a stub in it, and each function does where the library as a whole can't be
    /// bound.</summary>
    /// <param name="library">The library.</param>
    /// <param name="explain">The words for a problem.</param>
    /// <param name="checking">What the project asks for beside the calls.</param>
    public static LibraryPlan Plan(LibraryModel library, Func<Problem, string> explain, CheckingModel checking)
    {
        Problem[] obstacles = [.. LibraryRules.FindProblems(library).Where(static problem => !problem.IsWarning)];
        // Inside of a function, a parameter hides a member.
        LocalNames members = new(
            library.MemberNames.Concat(
                library.Functions.SelectMany(static function => function.Parameters).Select(static parameter => parameter.Name)));
        string symbolsType = members.Take("Symbols");
        string checksType = members.Take("Checks");
        FunctionPlanner planner = new(library, symbolsType, members, checking, checksType);
        List<TrampolinePlan> functions = [];
        List<StubPlan> stubs = [];
        Faults faults = obstacles.Length > 0 ? Faults.Some : Faults.None;
        foreach (FunctionModel function in library.Functions)
        {
            (TrampolinePlan? plan, IReadOnlyList<Problem> problems) = planner.Plan(function);
            if (obstacles.Length == 0 && plan is not null)
            {
                functions.Add(plan);
            }
            else if (obstacles.Concat(problems).FirstOrDefault(static problem => !problem.IsWarning) is { } error)
            {
                string? availability = planner.AvailabilityOf(function);
                if (
                    StubPlanner.TryPlan(
                        function, library.Types, library.AllowsUnsafe, library.Surroundings.AreNamed, availability,
                        explain(error)
                    ) is
                    { } stub)
                {
                    stubs.Add(stub);
                }

                faults =
                    StubPlanner.StopsCompiler(function, library.Types, library.AllowsUnsafe, library.Surroundings.AreNamed)
                    || faults == Faults.StopCompiler
                        ? Faults.StopCompiler
                        : Faults.Some;
            }
        }

        VariablePlanner variablePlanner = new(library, planner);
        List<VariablePlan> variables = [];
        List<VariableStubPlan> variableStubs = [];
        foreach (VariableModel variable in library.Variables)
        {
            (VariablePlan? plan, IReadOnlyList<Problem> problems) = variablePlanner.Plan(variable);
            if (obstacles.Length == 0 && plan is not null)
            {
                variables.Add(plan);
            }
            else if (obstacles.Concat(problems).FirstOrDefault() is { } error)
            {
                bool bringsAvailability = variable.IsOptional && problems.All(static problem => problem.Id != ProblemId.MemberNameTaken);
                VariableStubPlan? stub = StubPlanner.TryPlan(
                    variable, library, bringsAvailability ? TrampolinePlanner.AvailabilityOf(variable.Name) : null, explain(error));
                if (stub is not null)
                {
                    variableStubs.Add(stub);
                }

                // The compiler reports a partial property without its other half.
                bool stops = faults == Faults.StopCompiler || (stub is null && variable.Modifiers.Split(' ').Contains("partial"));
                faults = stops ? Faults.StopCompiler : Faults.Some;
            }
        }

        bool isBound =
            obstacles.Length == 0 && (functions.Count + variables.Count > 0 || library.LibraryName is null || library.IsOptional);
        return new LibraryPlan(
            GeneratedFileName.Of(library.Namespace, library.Types),
            library.Namespace,
            Declaration.Of(
                library.Types,
                isUnsafe: library.AllowsUnsafe,
                hasAutoLayout: library is { HasLooseFields: true, LibraryName: null }),
            Identifier.EscapeType(library.Type.Name),
            Declaration.FullNameOf(library.Namespace, library.Types),
            library.Type.Keyword.EndsWith("struct", StringComparison.Ordinal),
            library.LibraryName,
            library.SearchPath,
            library.Binding,
            library.IsOptional,
            symbolsType,
            members.Take("_symbols"),
            isBound ? planner.Slots.ToEquatableArray() : default,
            isBound ? planner.Others.ToEquatableArray() : default,
            functions.ToEquatableArray(),
            variables.ToEquatableArray(),
            stubs.ToEquatableArray(),
            variableStubs.ToEquatableArray(),
            HasConstructorStub(library, obstacles) ? explain(obstacles[0]) : null,
            HasAvailabilityStub(library, obstacles) ? explain(obstacles[0]) : null,
            library.Surroundings,
            isBound,
            faults,
            isBound
                ? library
                    .Counterparts.Where(static layout => ConvertedPlanner.HasConverter(layout.Counterpart))
                    .Select(static layout => CounterpartPlanner.Plan(new(layout, Namespace: "", SurroundingsModel.None)))
                    .ToEquatableArray()
                : default,
            checksType);
    }

    // If another constructor is the obstacle, a stub would clash with it too.
    private static bool HasConstructorStub(LibraryModel library, Problem[] obstacles) =>
        library is { LibraryName: null, Type.IsStatic: false, Obstacle: ConstructorObstacle.None } && CanHaveStub(library, obstacles);

    private static bool HasAvailabilityStub(LibraryModel library, Problem[] obstacles) =>
        library is { LibraryName: not null, IsOptional: true }
        && !library.MemberNames.Contains(LibraryRules.Availability)
        && CanHaveStub(library, obstacles);

    private static bool CanHaveStub(LibraryModel library, Problem[] obstacles) =>
        obstacles.Length > 0
        && library.Surroundings.AreNamed
        && library.Types.All(static type => type is { IsPartial: true, IsFileLocal: false });
}
