using Ffi.Bindgen.Emission;
using Ffi.Bindgen.Planning;
using Ffi.Bindgen.Recipes;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen;

/// <summary>Writes C# bindings of what a header says.</summary>
public static class Binder
{
    /// <summary>Binds a digest.</summary>
    /// <param name="digest">What the header says.</param>
    /// <param name="recipe">What a person decides about it.</param>
    /// <param name="declared">C names of functions that the program declares itself; they are left out.</param>
    public static BindResult Bind(HeaderDigest digest, Recipe recipe, IReadOnlySet<string>? declared = null)
    {
        PlannedBinding planned = BindingPlanner.Plan(digest, recipe, declared ?? new HashSet<string>());
        BindingPlan plan = planned.Plan;
        return new BindResult(
            plan.ClassName,
            BindingWriter.Write(plan),
            planned.Unbound,
            new BindSummary
            {
                Functions = plan.Functions.Select(static function => function.CName).Distinct().Count(),
                FunctionsWithPointers = plan
                    .Functions.Where(static function => function.IsUnsafe)
                    .Select(static function => function.CName)
                    .Distinct()
                    .Count(),
                Handles = plan.Handles.Count,
                Structs = plan.Structs.Count,
                Enums = plan.Enums.Count,
                Callbacks = plan.Delegates.Count,
                Constants = plan.Constants.Count,
            })
        {
            Functions = [.. plan.Functions.Select(static function => function.CName)],
            Mistakes = planned.Mistakes,
        };
    }
}

/// <summary>Bindings.</summary>
/// <param name="ClassName">The class of the functions.</param>
/// <param name="Source">The C# file.</param>
/// <param name="Unbound">What the header declares and the file has not, each with its reason.</param>
/// <param name="Summary">How many there are of what.</param>
public sealed record BindResult(string ClassName, string Source, IReadOnlyList<Unbound> Unbound, BindSummary Summary)
{
    /// <summary>The C names of the functions that are bound.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>What the recipe says of nothing that the header has.</summary>
    public IReadOnlyList<RecipeMistake> Mistakes { get; init; } = [];
}

/// <summary>How many there are of what.</summary>
public sealed record BindSummary
{
    /// <summary>Functions of C that are bound.</summary>
    public int Functions { get; init; }

    /// <summary>How many of them have C's pointers in their signature, so that callers must write <c>unsafe</c>.</summary>
    public int FunctionsWithPointers { get; init; }

    /// <summary>Classes that own what is behind a pointer.</summary>
    public int Handles { get; init; }

    /// <summary>Structs and unions.</summary>
    public int Structs { get; init; }

    /// <summary>Enums.</summary>
    public int Enums { get; init; }

    /// <summary>Delegate types.</summary>
    public int Callbacks { get; init; }

    /// <summary>Constants.</summary>
    public int Constants { get; init; }
}
