using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Gathers created callbacks by delegate type.</summary>
internal static class CallbackSitePlanner
{
    /// <summary>The entry points of each delegate type that can be passed, in the order of their names.</summary>
    public static EquatableArray<CallbackPlan> PlanCallbacks(IEnumerable<CallbackSiteModel> sites) => sites
        .GroupBy(static site => CallbackPlanner.ClassNameOf(site.Callback))
        .Select(static type => CallbackPlanner.TryPlan(type.First().Callback, out _))
        .OfType<CallbackPlan>()
        .OrderBy(static plan => plan.ClassName, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>One interceptor for each delegate type that has entry points, in the same order.</summary>
    public static EquatableArray<CallbackInterceptionPlan> PlanInterceptions(
        IEnumerable<CallbackSiteModel> sites,
        EquatableArray<CallbackPlan> callbacks)
    {
        ILookup<string, CallbackSiteModel> byClass = sites.ToLookup(static site => CallbackPlanner.ClassNameOf(site.Callback));
        return callbacks
            .Select(callback => new CallbackInterceptionPlan(
                callback.DelegateType,
                callback.ClassName,
                byClass[callback.ClassName]
                    .Select(static site => site.Interception)
                    .OrderBy(static text => text, StringComparer.Ordinal)
                    .ToEquatableArray()))
            .ToEquatableArray();
    }
}

/// <summary>The interceptor of all creations of one delegate type.</summary>
/// <param name="DelegateType">The delegate type, with <c>global::</c>.</param>
/// <param name="ClassName">The class of its entry points.</param>
/// <param name="Interceptions">The attributes that name the calls' places.</param>
internal sealed record CallbackInterceptionPlan(string DelegateType, string ClassName, EquatableArray<string> Interceptions);
