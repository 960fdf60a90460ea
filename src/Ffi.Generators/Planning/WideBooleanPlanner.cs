using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>References to <c>bool</c> that are 4 bytes wide in C, as Windows' functions have them.</summary>
internal static class WideBooleanPlanner
{
    public static ParameterPlan? TryPlan(ParameterModel parameter, LocalNames names) =>
        parameter is { Type.Shape: TypeShape.Boolean, MarshalAs: UnmanagedTypes.Bool, Mode: not PassingMode.Value }
            ? new WideBooleanParameter(
                Declaration.Of(parameter),
                "int*",
                Identifier.Escape(parameter.Name),
                names.Take(parameter.Name + "Value"),
                IsRead: parameter.Mode != PassingMode.Out,
                IsWritten: parameter.Mode is PassingMode.Out or PassingMode.Ref)
            : null;
}
