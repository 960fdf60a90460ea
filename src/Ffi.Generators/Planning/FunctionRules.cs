using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>What the functions of a library must be, apart from the types of their signatures.</summary>
internal sealed class FunctionRules(LibraryModel library)
{
    private static readonly (FunctionFlaws Flaw, ProblemId Id)[] s_flaws =
    [
        (FunctionFlaws.NotPartial, ProblemId.FunctionNotPartial),
        (FunctionFlaws.HasBody, ProblemId.FunctionHasBody),
        (FunctionFlaws.Generic, ProblemId.FunctionGeneric),
        (FunctionFlaws.ReturnsByReference, ProblemId.FunctionReturnsByReference),
        (FunctionFlaws.VariableArguments, ProblemId.FunctionVariableArguments),
        (FunctionFlaws.Extern, ProblemId.FunctionExtern),
        (FunctionFlaws.AlsoImported, ProblemId.FunctionAlsoImported),
    ];

    private readonly FunctionTwins _twins = new();
    private readonly Dictionary<string, FunctionModel> _optional = [];
    private readonly HashSet<string> _optionalVariables = [];

    public IEnumerable<Problem> FindProblems(FunctionModel function)
    {
        List<Problem> problems = [.. FindFlaws(function), .. ConventionRules.FindProblems(function)];
        problems.AddRange(AttributeRules.FindProblems(function, SignatureKind.Function));
        if (!LibraryRules.IsName(function.EntryPoint))
        {
            problems.Add(Problem.OfAttribute(ProblemId.EntryPointEmpty, function.Name));
        }

        if (function.Options.Variadic < 0 || function.Options.Variadic > function.Parameters.Count)
        {
            problems.Add(Problem.Of(
                ProblemId.VariadicOutOfRange, ProblemSite.Attribute("Variadic"),
                function.Name, $"{function.Options.Variadic}", $"{function.Parameters.Count}"));
        }

        if (function.Options.HasTextConflict)
        {
            problems.Add(LibraryRules.TextConflictOf(function.Name, ProblemSite.Attribute("StringMarshalling")));
        }

        if (function.Options.IsOptional && IsAvailabilityTaken(function))
        {
            problems.Add(Problem.OfFunction(ProblemId.MemberNameTaken, library.Type.Name, TrampolinePlanner.AvailabilityOf(function.Name)));
        }

        if (library is { Binding: BindingKind.Import, LibraryName: not null })
        {
            problems.AddRange(ImportRules.FindProblems(function));
        }

        if (_twins.FindEarlier(function) is { } earlier)
        {
            problems.Add(Problem.OfAttribute(ProblemId.EntryPointDuplicate, function.Name, earlier.Name, function.EntryPoint));
        }

        return problems;
    }

    /// <summary>Whether the compiler refuses the function whatever we do, and says so itself.</summary>
    public bool IsRejected(FunctionModel function) =>
        (function.Flaws & FunctionFlaws.Rejected) != 0 || _twins.IsDeclaredTwice(function);

    /// <summary>Whether the function is the first of its overloads that is optional, and so brings the property that tells.</summary>
    public bool BringsAvailability(FunctionModel function) =>
        function.Options.IsOptional
        && (!_optional.TryGetValue(function.Name, out FunctionModel? first) || ReferenceEquals(first, function));

    private IEnumerable<Problem> FindFlaws(FunctionModel function)
    {
        foreach ((FunctionFlaws flaw, ProblemId id) in s_flaws)
        {
            if ((function.Flaws & flaw) != 0)
            {
                yield return Problem.OfFunction(id, function.Name);
            }
        }

        if (library.LibraryName is not null && (function.Flaws & FunctionFlaws.Instance) != 0)
        {
            yield return Problem.OfFunction(ProblemId.FunctionMustBeStatic, function.Name);
        }

        // A static class without a name lacks the name, not instance methods.
        if (library.LibraryName is null && !library.Type.IsStatic && (function.Flaws & FunctionFlaws.Static) != 0)
        {
            yield return Problem.OfFunction(ProblemId.FunctionMustBeInstance, function.Name);
        }
    }

    /// <summary>Whether a variable's property of that kind would have a name that is taken; if not, it is from now on.</summary>
    public bool IsAvailabilityTaken(string variable)
    {
        string availability = TrampolinePlanner.AvailabilityOf(variable);
        return library.MemberNames.Contains(availability)
            || (library.IsOptional && availability == LibraryRules.Availability)
            || _optional.ContainsKey(variable)
            || !_optionalVariables.Add(variable);
    }

    // Overloads of one symbol share the property. Another symbol needs another name.
    private bool IsAvailabilityTaken(FunctionModel function)
    {
        string availability = TrampolinePlanner.AvailabilityOf(function.Name);
        if (library.MemberNames.Contains(availability) || (library.IsOptional && availability == LibraryRules.Availability))
        {
            return true;
        }

        if (_optional.TryGetValue(function.Name, out FunctionModel? first))
        {
            return first.EntryPoint != function.EntryPoint;
        }

        _optional.Add(function.Name, function);
        return false;
    }
}
