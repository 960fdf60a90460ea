using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Structs, and objects that stand for one, which the runtime is asked to convert as it does for imports.</summary>
internal static class StructurePlanner
{
    public static ParameterPlan? TryPlan(ParameterModel parameter, LocalNames names) => parameter switch
    {
        { MarshalAs: UnmanagedTypes.Struct, Type.Formatted: FormattedKind.Struct, Mode: not PassingMode.Value } => new StructureParameter(
            Declaration.Of(parameter),
            "nint",
            Identifier.Escape(parameter.Name),
            TypeOf(parameter),
            names.Take(parameter.Name + "Scope"),
            IsRead: parameter.Mode != PassingMode.Out,
            IsWritten: parameter.Mode is PassingMode.Out or PassingMode.Ref),
        { MarshalAs: UnmanagedTypes.LPStruct, Type.Formatted: FormattedKind.Class, Mode: PassingMode.Value } => new ObjectParameter(
            Declaration.Of(parameter),
            "nint",
            Identifier.Escape(parameter.Name),
            TypeOf(parameter),
            names.Take(parameter.Name + "Scope"),
            IsRead: (parameter.Traits & (ParameterTraits.In | ParameterTraits.Out)) != ParameterTraits.Out,
            IsWritten: (parameter.Traits & ParameterTraits.Out) != 0),
        _ => null,
    };

    private static string TypeOf(ParameterModel parameter) => parameter.Type.Name.TrimEnd('?');
}
