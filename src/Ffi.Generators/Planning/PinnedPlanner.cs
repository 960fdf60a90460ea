using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Memory of the caller that native code sees in place.</summary>
internal static class PinnedPlanner
{
    public static ParameterPlan? TryPlan(ParameterModel parameter, LocalNames names)
    {
        return parameter.Mode == PassingMode.Value ? PlanBuffer(parameter, names) : PlanReference(parameter, names);
    }

    private static PinnedParameter? PlanReference(ParameterModel parameter, LocalNames names)
    {
        if (!parameter.Type.IsUnmanaged || !DirectPlanner.IsAnyway(parameter.Type, parameter.MarshalAs))
        {
            return null;
        }

        string name = Identifier.Escape(parameter.Name);
        return new PinnedParameter(
            Declaration.Of(parameter),
            parameter.Type.Name + "*",
            "&" + name,
            names.Take(parameter.Name + "Pointer"),
            Cleared: parameter.Mode == PassingMode.Out ? name : null,
            Normalized: parameter.Type.Shape == TypeShape.Boolean ? "in " + name : null);
    }

    private static PinnedParameter? PlanBuffer(ParameterModel parameter, LocalNames names)
    {
        if (
            parameter.Type is not { Element: { IsUnmanaged: true } element, Shape: var shape }
            || shape
                is not (
                    TypeShape.Span
                    or TypeShape.ReadOnlySpan or TypeShape.Array or TypeShape.Memory or TypeShape.ReadOnlyMemory or TypeShape.PinnedBuffer)
            || IsText(parameter)
            || (shape == TypeShape.PinnedBuffer && element.Shape == TypeShape.Boolean)
            || !IsAnyway(parameter, element))
        {
            return null;
        }

        string name = Identifier.Escape(parameter.Name);
        bool isMemory = shape is TypeShape.Memory or TypeShape.ReadOnlyMemory;
        string span = isMemory ? name + ".Span" : name;
        return new PinnedParameter(
            Declaration.Of(parameter),
            IsArrayOfPointers(parameter.Type) ? "void*" : element.Name + "*",
            shape switch
            {
                TypeShape.PinnedBuffer => name,
                // C# has no generic method of a pointer.
                TypeShape.Array when IsArrayOfPointers(parameter.Type) => FirstOfArray(name, "byte", "(global::System.Array)" + name),
                TypeShape.Array => FirstOfArray(name, element.Name, name),
                _ => FirstOf(span),
            },
            names.Take(parameter.Name + "Pointer"),
            KeptAlive: isMemory ? name : null,
            Held: shape == TypeShape.PinnedBuffer && (parameter.Traits & ParameterTraits.Retained) != 0 ? name : null,
            Normalized: element.Shape == TypeShape.Boolean ? span : null);
    }

    /// <summary>Where a span starts, for <c>fixed</c>, which makes NULL of an empty span where it is given the span itself.</summary>
    public static string FirstOf(string span) => $"&global::System.Runtime.InteropServices.MemoryMarshal.GetReference({span})";

    // A span of the array would be shorter to write, but would load its length.
    private static string FirstOfArray(string array, string element, string argument) =>
        $"&({array} is null ? ref global::System.Runtime.CompilerServices.Unsafe.NullRef<{element}>()"
        + $" : ref global::System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference({argument}))";

    private static bool IsArrayOfPointers(TypeModel type) =>
        type is { Shape: TypeShape.Array, Element.Name: var element }
        && (element.EndsWith("*", StringComparison.Ordinal) || element.StartsWith("delegate*", StringComparison.Ordinal));

    // [MarshalAs(UnmanagedType.LPArray)] on an array changes nothing, unless it gives the elements another width.
    private static bool IsAnyway(ParameterModel parameter, TypeModel element) => parameter.MarshalAs is null
        || (parameter is { MarshalAs: UnmanagedTypes.LPArray, Type.Shape: TypeShape.Array or TypeShape.Span or TypeShape.ReadOnlySpan }
            && DirectPlanner.IsAnyway(element, parameter.ArraySubType));

    // Characters that are only read are text, which has an encoding and an end.
    private static bool IsText(ParameterModel parameter) =>
        parameter.Type is { Shape: TypeShape.ReadOnlySpan, Element.Shape: TypeShape.Char };
}
