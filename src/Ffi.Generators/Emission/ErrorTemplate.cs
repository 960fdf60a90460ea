using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>The error number of a call: cleared directly before it, read directly behind it, and kept at the end of all.</summary>
internal static class ErrorTemplate
{
    /// <summary>Declares the number before anything is prepared, so that it is kept after everything is released.</summary>
    public static string RenderScope(ErrorPlan? plan) => plan?.Scope is null ? "" : Code.Of($$"""
        // What is released at the end may make calls of its own, so the error of this one is handed over after that.
        {{(plan.IsParameter ? "" : "int ")}}{{plan.Number}} = global::System.Runtime.InteropServices.Marshal.GetLastPInvokeError();
        using global::Ffi.CompilerServices.LastErrorScope {{plan.Scope}} = new(ref {{plan.Number}});
        """);

    public static string RenderClear(ErrorPlan? plan) =>
        plan is null ? "" : $"global::Ffi.CompilerServices.SystemError {plan.SystemError} = global::Ffi.CompilerServices.SystemError.Clear();";

    public static string RenderRead(ErrorPlan? plan) => plan is null ? "" : Code.Of($$"""
        {{(plan.IsParameter || plan.Scope is not null ? "" : "int ")}}{{plan.Number}} = {{plan.SystemError}}.Read();
        {{(plan.IsKept && plan.Scope is null ? Keep(plan) : "")}}
        """);

    private static string Keep(ErrorPlan plan) => $"global::System.Runtime.InteropServices.Marshal.SetLastPInvokeError({plan.Number});";
}
