using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Analysis;

/// <summary>What keeps a library or its functions from being bound, and where it stands. Reads and plans as the generator does.</summary>
internal static class LibraryProblems
{
    /// <summary>The problems of a type with <c>[NativeLibrary]</c>; none where the compiler itself can't make sense of it.</summary>
    public static IEnumerable<(Problem Problem, Location Location)> Find(
        INamedTypeSymbol type, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        if (LibraryReader.Read(type, attribute, compilation, cancellation) is not { } library)
        {
            yield break;
        }

        foreach (Problem problem in LibraryRules.FindProblems(library))
        {
            yield return (problem, ProblemLocation.Of(problem.Site, type, attribute));
        }

        FunctionPlanner planner = new(library, symbolsType: "", new LocalNames([]), CheckingModel.None, checksType: "");
        foreach (
            (FunctionModel function, (IMethodSymbol method, AttributeData mark)) in library.Functions.Zip(
                LibraryReader.FunctionsOf(type),
                static (a, b) => (a, b)))
        {
            foreach (Problem problem in planner.Plan(function).Problems)
            {
                yield return (problem, ProblemLocation.Of(problem.Site, method, mark));
            }
        }

        VariablePlanner variables = new(library, planner);
        foreach (
            (VariableModel variable, (IPropertySymbol property, AttributeData mark)) in library.Variables.Zip(
                VariableReader.VariablesOf(type),
                static (a, b) => (a, b)))
        {
            foreach (Problem problem in variables.Plan(variable).Problems)
            {
                yield return (problem, ProblemLocation.Of(problem.Site, property, mark));
            }
        }
    }
}
