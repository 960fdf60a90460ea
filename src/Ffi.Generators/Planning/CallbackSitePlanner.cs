using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Gathers created callbacks by delegate type.</summary>
internal static class CallbackSitePlanner
{
    /// <summary>The entry points of each delegate type that can cross, in the order of their names.</summary>
    public static EquatableArray<CallbackPlan> PlanCallbacks(IEnumerable<CallbackSiteModel> sites) => sites
        .Select(static site => CallbackPlanner.TryPlan(site.Callback, out _))
        .OfType<CallbackPlan>()
        .Distinct()
        .OrderBy(static plan => plan.ClassName, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>One interceptor for each delegate type, in the order of their names.</summary>
    public static EquatableArray<CallbackInterceptionPlan> PlanInterceptions(IEnumerable<CallbackSiteModel> sites) => sites
        .GroupBy(static site => CallbackPlanner.TryPlan(site.Callback, out _))
        .Where(static group => group.Key is not null)
        .Select(static group => new CallbackInterceptionPlan(
            group.Key!.DelegateType,
            group.Key.ClassName,
            group.Select(static site => site.Interception).OrderBy(static text => text, StringComparer.Ordinal).ToEquatableArray()))
        .OrderBy(static plan => plan.ClassName, StringComparer.Ordinal)
        .ToEquatableArray();
}

/// <summary>The interceptor of all creations of one delegate type.</summary>
/// <param name="DelegateType">The delegate type, with <c>global::</c>.</param>
/// <param name="ClassName">The class of its entry points.</param>
/// <param name="Interceptions">The attributes that name the calls' places.</param>
internal sealed record CallbackInterceptionPlan(string DelegateType, string ClassName, EquatableArray<string> Interceptions);
