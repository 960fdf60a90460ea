using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>The file of a type that is no library, and has functions all the same.</summary>
internal sealed record StrayTypePlan(
    string FileName,
    string Namespace,
    EquatableArray<string> Types,
    EquatableArray<StubPlan> Stubs,
    SurroundingsModel Surroundings,
    Faults Faults)
{
    public static StrayTypePlan Of(StrayTypeModel type, Func<Problem, string> explain)
    {
        string name = type.Types[type.Types.Count - 1].Name;
        StubPlan[] stubs =
        [
            .. type
                .Functions.Select(function =>
                    StubPlanner.TryPlan(
                        function,
                        type.Types,
                        type.AllowsUnsafe,
                        type.Surroundings.AreNamed,
                        availability: null,
                        explain(Problem.OfFunction(ProblemId.FunctionOutsideLibrary, function.Name, name))))
                .OfType<StubPlan>(),
        ];
        bool stops = type.Functions.Any(function =>
            StubPlanner.StopsCompiler(function, type.Types, type.AllowsUnsafe, type.Surroundings.AreNamed));
        return new(
            GeneratedFileName.Of(type.Namespace, type.Types, ".Strays"),
            type.Namespace,
            Declaration.Of(type.Types, isUnsafe: type.AllowsUnsafe),
            stubs.ToEquatableArray(),
            type.Surroundings,
            stops ? Faults.StopCompiler : Faults.Some);
    }
}
