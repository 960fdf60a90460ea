using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>What a delegate type must be, apart from the types of its signature.</summary>
internal static class DelegateRules
{
    public static IEnumerable<Problem> FindProblems(FunctionModel signature)
    {
        if ((signature.Flaws & FunctionFlaws.ReturnsByReference) != 0)
        {
            yield return Problem.OfFunction(ProblemId.FunctionReturnsByReference, signature.Name);
        }

        if (signature.Options.Variadic < 0 || signature.Options.Variadic > signature.Parameters.Count)
        {
            yield return Problem.Of(
                ProblemId.VariadicOutOfRange,
                ProblemSite.Attribute("Variadic"),
                signature.Name,
                $"{signature.Options.Variadic}",
                $"{signature.Parameters.Count}");
        }

        foreach (Problem problem in ConventionRules.FindProblems(signature))
        {
            yield return problem;
        }
    }
}
