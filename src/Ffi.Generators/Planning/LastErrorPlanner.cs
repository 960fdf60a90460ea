using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>The parameter that receives the call's error number.</summary>
internal static class LastErrorPlanner
{
    public static ParameterPlan? TryPlan(ParameterModel parameter, LocalNames names) =>
        (parameter.Traits & ParameterTraits.LastError) != 0 && parameter is { Mode: PassingMode.Out, Type.Name: "int", MarshalAs: null }
            ? new LastErrorParameter(Declaration.Of(parameter), Identifier.Escape(parameter.Name))
            : null;
}
