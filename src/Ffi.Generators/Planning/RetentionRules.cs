using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>What a parameter that native code keeps must be: something that stays where it is.</summary>
internal static class RetentionRules
{
    /// <summary>Why the parameter can't be kept; null where it can, or where native code doesn't keep it.</summary>
    public static Problem? FindProblem(ParameterModel parameter, int index)
    {
        if ((parameter.Traits & ParameterTraits.Retained) == 0)
        {
            return null;
        }

        bool isBorrowed = parameter.Mode != PassingMode.Value || parameter.Marshaller is not null || parameter.Type.Shape
            is TypeShape.Span or TypeShape.ReadOnlySpan or TypeShape.Array or TypeShape.Memory or TypeShape.ReadOnlyMemory or TypeShape.String;
        return isBorrowed ? Problem.OfParameter(index, ProblemId.RetainedIsBorrowed, parameter.Name, parameter.Type.Name.Replace("global::", "")) : null;
    }
}
