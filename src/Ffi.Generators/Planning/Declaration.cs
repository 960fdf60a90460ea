using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Repeats a parameter in the generated half of a function.</summary>
internal static class Declaration
{
    public static string Of(ParameterModel parameter) => $"{parameter.Modifiers}{parameter.Type.Name} {Identifier.Escape(parameter.Name)}";
}
