using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides how a signature is passed: each parameter and the result by the first attempt that fits.</summary>
internal static class TrampolinePlanner
{
    private static readonly Func<ParameterModel, LocalNames, ParameterPlan?>[] s_attempts =
    [
        LastErrorPlanner.TryPlan,
        DirectPlanner.TryPlan,
        TextPlanner.TryPlan,
        PinnedPlanner.TryPlan,
        WideBooleanPlanner.TryPlan,
        HandlePlanner.TryPlan,
        CallbackPlanner.TryPlan,
        StructurePlanner.TryPlan,
        ConvertedPlanner.TryPlan,
    ];

    /// <summary>The plan; null where a problem was added.</summary>
    public static TrampolinePlan? Plan(FunctionModel function, List<Problem> problems, CheckingModel checking)
    {
        problems.AddRange(InteropAttributeRules.FindProblems(function));
        problems.AddRange(FreedRules.FindProblems(function));
        LocalNames names = LocalNames.Of(function);
        List<ParameterPlan> parameters = [];
        for (int index = 0; index < function.Parameters.Count; index++)
        {
            ParameterModel parameter = function.Parameters[index];
            if ((RetentionRules.FindProblem(parameter, index) ?? LastErrorPlanner.FindProblem(function, index)) is { } broken)
            {
                problems.Add(broken);
            }
            else if (PlanParameter(parameter, names) is { } plan)
            {
                parameters.Add(VariadicPlanner.Promote(plan, index, function.Options));
            }
            else if (
                parameter.Unheeded is null
                && (CallbackPlanner.FindProblem(parameter, index) ?? TypeProblems.OfParameter(parameter, index)) is { } problem)
            {
                problems.Add(problem);
            }
        }

        ReturnPlan? result = ReturnPlanner.TryPlan(function, names);
        if (result is null && TypeProblems.OfReturn(function) is { } fault)
        {
            problems.Add(fault);
        }

        if (result is null || parameters.Count < function.Parameters.Count)
        {
            return null;
        }

        TrampolinePlan trampoline = new(
            Identifier.Escape(function.Name),
            function.Modifiers,
            function.EntryPoint,
            function.Options.Variadic > 0,
            Slot: "",
            ConventionOf(function.Options),
            result,
            CallbackPlanner.Link(parameters).ToEquatableArray(),
            TrampolineLocals.From(names),
            function.Options.IsOptional ? AvailabilityOf(function.Name) : null,
            ErrorPlanner.Plan(function.Options, parameters, result, names),
            DocumentationPlan.Of(function),
            HasMethodImpl: function.Options.HasMethodImpl,
            HasSkipLocalsInit: function.Options.HasSkipLocalsInit);
        return checking.ChecksCalls ? CheckPlanner.Plan(trampoline, function, names) : trampoline;
    }

    /// <summary>The name of the property that tells whether an optional function is there.</summary>
    public static string AvailabilityOf(string function) => $"Is{function}Available";

    // A marshaller that the declaration names is always used.
    private static ParameterPlan? PlanParameter(ParameterModel parameter, LocalNames names)
    {
        if (parameter.Marshaller is not null)
        {
            return MarshalledPlanner.TryPlan(parameter, names);
        }

        foreach (Func<ParameterModel, LocalNames, ParameterPlan?> attempt in s_attempts)
        {
            if (attempt(parameter, names) is { } plan)
            {
                return plan;
            }
        }

        return null;
    }

    private static string ConventionOf(FunctionOptions options)
    {
        List<string> names = [.. options.CallingConventions];
        if (options.SuppressGCTransition && !names.Contains("SuppressGCTransition"))
        {
            names.Add("SuppressGCTransition");
        }

        return names.Count == 0 ? "" : $"[{string.Join(", ", names)}]";
    }
}
