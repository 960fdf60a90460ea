using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>What a function must be, apart from the types of its signature.</summary>
internal static class FunctionRules
{
    // C# has these after `CallConv`; the runtime takes no others from a function pointer.
    private static readonly HashSet<string> s_conventions = ["Cdecl", "Stdcall", "Thiscall", "Fastcall", "MemberFunction", "SuppressGCTransition"];

    public static IEnumerable<Problem> FindProblems(FunctionModel function, LibraryModel library)
    {
        foreach ((FunctionFlaws flaw, ProblemId id) in FlawProblems(library))
        {
            if ((function.Flaws & flaw) != 0)
            {
                yield return Problem.OfFunction(id, function.Name);
            }
        }

        if (!LibraryRules.IsName(function.EntryPoint))
        {
            yield return Problem.OfAttribute(ProblemId.EntryPointEmpty, function.Name);
        }

        foreach (Problem problem in FindConventionProblems(function))
        {
            yield return problem;
        }

        string availability = TrampolinePlanner.AvailabilityOf(function.Name);
        if (function.Options.IsOptional && library.MemberNames.Contains(availability))
        {
            yield return Problem.OfFunction(ProblemId.MemberNameTaken, library.Types[library.Types.Count - 1].Name, availability);
        }

        if (FindTwin(function, library) is { } twin)
        {
            yield return Problem.OfAttribute(ProblemId.EntryPointDuplicate, function.Name, twin.Name, function.EntryPoint);
        }
    }

    public static IEnumerable<Problem> FindConventionProblems(FunctionModel function)
    {
        foreach (string convention in function.Options.CallingConventions.Where(static name => !s_conventions.Contains(name)))
        {
            yield return Problem.OfFunction(ProblemId.CallingConventionUnknown, function.Name, "CallConv" + convention);
        }

        if (function.Options.UnknownConvention is { } unknown)
        {
            yield return Problem.OfFunction(ProblemId.CallingConventionUnknown, function.Name, unknown);
        }
    }

    private static IEnumerable<(FunctionFlaws Flaw, ProblemId Id)> FlawProblems(LibraryModel library) =>
    [
        (FunctionFlaws.NotPartial, ProblemId.FunctionNotPartial),
        (FunctionFlaws.HasBody, ProblemId.FunctionHasBody),
        (FunctionFlaws.Generic, ProblemId.FunctionGeneric),
        (FunctionFlaws.ReturnsByReference, ProblemId.FunctionReturnsByReference),
        (FunctionFlaws.VariableArguments, ProblemId.FunctionVariableArguments),
        library.LibraryName is null
            ? (FunctionFlaws.Static, ProblemId.FunctionMustBeInstance)
            : (FunctionFlaws.Instance, ProblemId.FunctionMustBeStatic),
    ];

    // Several signatures for one symbol are a way to write variadic functions; the same signature twice is a slip.
    private static FunctionModel? FindTwin(FunctionModel function, LibraryModel library)
    {
        foreach (FunctionModel other in library.Functions)
        {
            if (ReferenceEquals(other, function))
            {
                return null;
            }

            if (other.EntryPoint == function.EntryPoint && TypesOf(other).SequenceEqual(TypesOf(function)))
            {
                return other;
            }
        }

        return null;
    }

    private static IEnumerable<(string, PassingMode)> TypesOf(FunctionModel function) =>
        function.Parameters.Select(static parameter => (parameter.Type.Name, parameter.Mode));
}
