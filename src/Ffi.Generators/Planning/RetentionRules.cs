using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>What a parameter that native code keeps must be: something that stays where it is. And what it frees: something that nobody
/// else frees.</summary>
internal static class RetentionRules
{
    /// <summary>Why the parameter can't be kept or freed; null if it can, or where native code does neither.</summary>
    public static Problem? FindProblem(ParameterModel parameter, int index) =>
        FindRetained(parameter, index) ?? FindFreed(parameter, index);

    private static Problem? FindRetained(ParameterModel parameter, int index)
    {
        if ((parameter.Traits & ParameterTraits.Retained) == 0)
        {
            return null;
        }

        bool isLent =
            parameter.Mode != PassingMode.Value
            || parameter.Marshaller is not null
            || parameter.Type.Shape
                is TypeShape.Span
                    or TypeShape.ReadOnlySpan or TypeShape.Array or TypeShape.Memory or TypeShape.ReadOnlyMemory or TypeShape.String;
        isLent |= parameter.Type.Counterpart is { Fault: FieldFault.None, IsClass: true };
        return isLent
                ? Problem.OfParameter(index, ProblemId.RetainedIsBorrowed, parameter.Name, parameter.Type.Name.Replace("global::", ""))
            : parameter.Type.Counterpart is { Fault: FieldFault.None, LentField: { } field }
                ? Problem.OfParameter(index, ProblemId.RetainedStructLends, parameter.Name, field)
            : null;
    }

    private static Problem? FindFreed(ParameterModel parameter, int index)
    {
        bool isOwnedElsewhere =
            parameter.Marshaller is not null
            || parameter.Type.Shape
                is TypeShape.Span
                    or TypeShape.ReadOnlySpan or TypeShape.Array or TypeShape.Memory or TypeShape.ReadOnlyMemory or TypeShape.String
                    or TypeShape.PinnedBuffer or TypeShape.BorrowedHandle or TypeShape.Delegate or TypeShape.NativeCallback
            || parameter is { Type.Shape: TypeShape.SafeHandle, Mode: not PassingMode.Value };
        return isOwnedElsewhere && (parameter.Traits & ParameterTraits.Frees) != 0
            ? Problem.OfParameter(index, ProblemId.FreedIsBorrowed, parameter.Name, parameter.Type.Name.Replace("global::", ""))
            : null;
    }
}
