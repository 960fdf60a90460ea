using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Gathers call sites by delegate type.</summary>
internal static class InterceptionPlanner
{
    /// <summary>One trampoline for each delegate type that can cross, in the order of their names.</summary>
    public static EquatableArray<DelegatePlan> PlanDelegates(IEnumerable<CallSiteModel> sites) => sites
        .GroupBy(static site => site.DelegateType)
        .OrderBy(static type => type.Key, StringComparer.Ordinal)
        .Select(static type => DelegatePlanner.Plan(type.Key, type.First().Signature).Plan)
        .OfType<DelegatePlan>()
        .ToEquatableArray();

    /// <summary>One interceptor for each method and delegate type, in the order of their names.</summary>
    public static EquatableArray<InterceptionPlan> PlanInterceptions(IEnumerable<CallSiteModel> sites) => sites
        .GroupBy(static site => (site.DelegateType, site.Method))
        .OrderBy(static group => group.Key.DelegateType, StringComparer.Ordinal)
        .ThenBy(static group => group.Key.Method)
        .Where(static group => DelegatePlanner.Plan(group.Key.DelegateType, group.First().Signature).Plan is not null)
        .Select(static group => new InterceptionPlan(
            group.Key.Method,
            group.Key.DelegateType,
            DelegatePlanner.ClassNameOf(group.Key.DelegateType),
            group.First().Signature.Options.Variadic > 0,
            group.Select(static site => site.Interception).OrderBy(static text => text, StringComparer.Ordinal).ToEquatableArray()))
        .ToEquatableArray();
}
