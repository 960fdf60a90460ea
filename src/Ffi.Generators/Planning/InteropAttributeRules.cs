using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Says what attributes of the framework ask for in vain.</summary>
internal static class InteropAttributeRules
{
    public static IEnumerable<Problem> FindProblems(FunctionModel function)
    {
        foreach (UnheededAttribute attribute in function.Unheeded)
        {
            yield return Problem.OfFunction(ProblemId.AttributeUnheeded, $"'{function.Name}'", attribute.Attribute, attribute.Advice);
        }

        if (function.UnheededByReturn is { } ofReturn)
        {
            yield return Problem.OfReturn(
                ProblemId.AttributeUnheeded,
                $"The result of '{function.Name}'",
                ofReturn.Attribute,
                ofReturn.Advice);
        }

        for (int index = 0; index < function.Parameters.Count; index++)
        {
            if (function.Parameters[index] is { Unheeded: { } attribute } parameter)
            {
                yield return Problem.OfParameter(
                    index,
                    ProblemId.AttributeUnheeded,
                    $"Parameter '{parameter.Name}'",
                    attribute.Attribute,
                    attribute.Advice);
            }
        }
    }

    /// <summary>The same of what native code calls, which has no transition to leave out.</summary>
    public static IEnumerable<Problem> FindCallbackProblems(FunctionModel signature) =>
        signature.Options.CallingConventions.Contains("SuppressGCTransition")
            ? FindProblems(signature)
                .Prepend(
                    Problem.OfFunction(
                        ProblemId.AttributeUnheeded,
                        $"'{signature.Name}'",
                        "[UnmanagedCallConv] with CallConvSuppressGCTransition",
                        "it is for calls of native code, but native code calls this method. Remove it"))
            : FindProblems(signature);
}
