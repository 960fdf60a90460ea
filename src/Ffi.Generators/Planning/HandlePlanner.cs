using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Handles that an object owns.</summary>
internal static class HandlePlanner
{
    public static ParameterPlan? TryPlan(ParameterModel parameter, LocalNames names)
    {
        string name = Identifier.Escape(parameter.Name);
        return (parameter.Type, parameter.Mode, parameter.MarshalAs) switch
        {
            ({ Shape: TypeShape.BorrowedHandle }, PassingMode.Value, null) => new DirectParameter(
                Declaration.Of(parameter),
                "nint",
                name + ".Value"),
            ({ Shape: TypeShape.SafeHandle }, PassingMode.Value, null) => new HandleParameter(
                Declaration.Of(parameter),
                "nint",
                name,
                parameter.Name,
                names.Take(parameter.Name + "Scope"),
                (parameter.Traits & ParameterTraits.Frees) != 0),
            ({ Shape: TypeShape.SafeHandle, IsConstructible: true }, PassingMode.Out, null) => new NewHandleParameter(
                Declaration.Of(parameter),
                "nint*",
                name,
                TypeOf(parameter.Type),
                names.Take(parameter.Name + "Handle"),
                names.Take(parameter.Name + "Value")),
            ({ Shape: TypeShape.SafeHandle, IsConstructible: true }, PassingMode.Ref, null) => new ExchangedHandleParameter(
                Declaration.Of(parameter),
                "nint*",
                name,
                parameter.Name,
                TypeOf(parameter.Type),
                names.Take(parameter.Name + "Exchange"),
                names.Take(parameter.Name + "Value")),
            _ => null,
        };
    }

    /// <summary>The type's name for <c>new</c>, which takes no annotation.</summary>
    public static string TypeOf(TypeModel handle) => handle.Name.TrimEnd('?');
}
