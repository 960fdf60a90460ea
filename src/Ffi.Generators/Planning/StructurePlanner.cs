using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Structs, and objects that stand for one, which the runtime is asked to convert as it does for imports.</summary>
internal static class StructurePlanner
{
    /// <summary>Whether the declaration asks for that.</summary>
    public static bool IsConverted(ParameterModel parameter) => parameter
        is { MarshalAs: UnmanagedTypes.Struct, Type.Formatted: FormattedKind.Struct, Mode: not PassingMode.Value }
        or { MarshalAs: UnmanagedTypes.LPStruct, Type.Formatted: FormattedKind.Class, Mode: PassingMode.Value };

    public static ParameterPlan? TryPlan(ParameterModel parameter, LocalNames names) =>
        !IsConverted(parameter)
            ? null
            : parameter.MarshalAs switch
            {
                UnmanagedTypes.Struct => new StructureParameter(
                    Declaration.Of(parameter),
                    "nint",
                    Identifier.Escape(parameter.Name),
                    TypeOf(parameter),
                    names.Take(parameter.Name + "Scope"),
                    IsRead: parameter.Mode != PassingMode.Out,
                    IsWritten: parameter.Mode is PassingMode.Out or PassingMode.Ref),
                _ => new ObjectParameter(
                    Declaration.Of(parameter),
                    "nint",
                    Identifier.Escape(parameter.Name),
                    TypeOf(parameter),
                    names.Take(parameter.Name + "Scope"),
                    IsRead: (parameter.Traits & (ParameterTraits.In | ParameterTraits.Out)) != ParameterTraits.Out,
                    IsWritten: (parameter.Traits & ParameterTraits.Out) != 0),
            };

    private static string TypeOf(ParameterModel parameter) => parameter.Type.Name.TrimEnd('?');
}
