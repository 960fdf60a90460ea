using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Arguments in place of a C function's dots: C promotes them, and Windows has a place of its own for doubles.</summary>
internal static class VariadicPlanner
{
    /// <summary>The plan of a parameter, changed where it stands for the dots.</summary>
    public static ParameterPlan Promote(ParameterPlan plan, int index, FunctionOptions options)
    {
        if (options.Variadic <= 0 || index < options.Variadic || plan is not DirectParameter direct)
        {
            return plan;
        }

        // C11, 6.5.2.2, 6: the default argument promotions.
        return direct.NativeType switch
        {
            "float" or "double" => direct with { NativeType = "double", IsPassedByBits = true },
            "sbyte" or "byte" or "short" or "ushort" => direct with { NativeType = "int" },
            _ => direct,
        };
    }
}
