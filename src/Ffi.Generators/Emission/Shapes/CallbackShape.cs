using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>A delegate that native code can call until the call returns; what it threw is thrown again then.</summary>
internal static class CallbackShape
{
    public static string Prepare(CallbackParameter p) =>
        $"using global::Ffi.CompilerServices.CallbackLoan<{p.Callback.DelegateType}> {p.Loan} = {p.Callback.ClassName}.Lender.Lend({p.Name}{(p.Before is null ? "" : $", {p.Before}.Call")});";

    public static string Argument(CallbackParameter p) => p.Loan + ".Pointer";

    public static string Finish(CallbackParameter p) => p.Loan + ".Return();";
}
