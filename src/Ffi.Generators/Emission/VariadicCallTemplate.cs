using Ffi.Generators.Model;
using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>A call of a variadic function that takes doubles in place of its dots: one signature for Windows, one for the others.</summary>
internal static class VariadicCallTemplate
{
    public static bool Needs(TrampolinePlan plan) => plan.Parameters.Any(IsVariadicDouble);

    /// <summary>The call as a statement.</summary>
    public static string Statement(TrampolinePlan plan) => Code.Of($$"""
        if (global::System.OperatingSystem.IsWindows())
        {
            {{OnWindows(plan)}};
        }
        else
        {
            {{CallTemplate.Expression(plan)}};
        }
        """);

    /// <summary>The call as a value.</summary>
    public static string Value(TrampolinePlan plan) => Code.Of($$"""
        global::System.OperatingSystem.IsWindows()
            ? {{OnWindows(plan)}}
            : {{CallTemplate.Expression(plan)}}
        """);

    // Windows x64 calling convention, "Varargs": the callee looks for a double in the integer register.
    private static string OnWindows(TrampolinePlan plan) =>
        CallTemplate.Expression(plan with { Parameters = plan.Parameters.Select(AsBits).ToEquatableArray() });

    private static bool IsVariadicDouble(ParameterPlan parameter) => parameter is DirectParameter { IsVariadicDouble: true };

    private static ParameterPlan AsBits(ParameterPlan parameter) => parameter is DirectParameter { IsVariadicDouble: true } direct
        ? direct with { NativeType = "long", Argument = $"global::System.BitConverter.DoubleToInt64Bits({direct.Argument})" }
        : parameter;
}
