using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>The error number of a call: cleared directly before it, read directly behind it.</summary>
internal static class ErrorTemplate
{
    public static string RenderClear(ErrorPlan? plan) =>
        plan is null ? "" : $"global::Ffi.CompilerServices.SystemError {plan.SystemError} = global::Ffi.CompilerServices.SystemError.Clear();";

    public static string RenderRead(ErrorPlan? plan) => plan is null ? "" : Code.Of($$"""
        {{(plan.IsParameter ? "" : "int ")}}{{plan.Number}} = {{plan.SystemError}}.Read();
        {{(plan.IsKept ? Keep(plan) : "")}}
        """);

    private static string Keep(ErrorPlan plan) => $"global::System.Runtime.InteropServices.Marshal.SetLastPInvokeError({plan.Number});";
}
