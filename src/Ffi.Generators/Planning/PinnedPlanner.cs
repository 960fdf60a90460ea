using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Memory of the caller that native code sees where it lies.</summary>
internal static class PinnedPlanner
{
    public static ParameterPlan? TryPlan(ParameterModel parameter, LocalNames names)
    {
        if (parameter.MarshalAs is not null)
        {
            return null;
        }

        return parameter.Mode == PassingMode.Value ? PlanBuffer(parameter, names) : PlanReference(parameter, names);
    }

    private static PinnedParameter? PlanReference(ParameterModel parameter, LocalNames names)
    {
        if (!parameter.Type.IsUnmanaged)
        {
            return null;
        }

        string name = Identifier.Escape(parameter.Name);
        return new PinnedParameter(
            Declaration.Of(parameter),
            parameter.Type.Name + "*",
            "&" + name,
            names.Take(parameter.Name + "Pointer"),
            Cleared: parameter.Mode == PassingMode.Out ? name : null);
    }

    private static PinnedParameter? PlanBuffer(ParameterModel parameter, LocalNames names)
    {
        if (parameter.Type is not { Element: { IsUnmanaged: true } element, Shape: var shape }
            || shape is not (TypeShape.Span or TypeShape.ReadOnlySpan or TypeShape.Array or TypeShape.Memory or TypeShape.ReadOnlyMemory or TypeShape.PinnedBuffer)
            || IsText(parameter))
        {
            return null;
        }

        string name = Identifier.Escape(parameter.Name);
        bool isMemory = shape is TypeShape.Memory or TypeShape.ReadOnlyMemory;
        return new PinnedParameter(
            Declaration.Of(parameter),
            element.Name + "*",
            isMemory ? name + ".Span" : name,
            names.Take(parameter.Name + "Pointer"),
            KeptAlive: isMemory ? name : null,
            Held: shape == TypeShape.PinnedBuffer && (parameter.Traits & ParameterTraits.Retained) != 0 ? name : null);
    }

    // Characters that are only read are text, which has an encoding and an end.
    private static bool IsText(ParameterModel parameter) =>
        parameter.Type is { Shape: TypeShape.ReadOnlySpan, Element.Shape: TypeShape.Char };
}
