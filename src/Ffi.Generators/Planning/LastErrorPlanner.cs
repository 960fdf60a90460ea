using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>The parameter that receives the call's error number.</summary>
internal static class LastErrorPlanner
{
    public static ParameterPlan? TryPlan(ParameterModel parameter, LocalNames names) =>
        IsMarked(parameter) && IsFit(parameter)
            ? new LastErrorParameter(Declaration.Of(parameter), Identifier.Escape(parameter.Name))
            : null;

    /// <summary>Why a marked parameter can't receive the number; null if it can, and for parameters without the mark.</summary>
    public static Problem? FindProblem(FunctionModel function, int index)
    {
        ParameterModel parameter = function.Parameters[index];
        if (!IsMarked(parameter))
        {
            return null;
        }

        string? fault = !IsFit(parameter) ? "is not an 'out int'"
            : function.Parameters.Take(index).Any(IsMarked) ? "is the second one"
            : null;
        return fault is null ? null : Problem.OfParameter(index, ProblemId.LastErrorUnfit, parameter.Name, fault);
    }

    private static bool IsMarked(ParameterModel parameter) => (parameter.Traits & ParameterTraits.LastError) != 0;

    private static bool IsFit(ParameterModel parameter) =>
        parameter is { Mode: PassingMode.Out, Type.Name: "int", MarshalAs: null, Marshaller: null };
}
