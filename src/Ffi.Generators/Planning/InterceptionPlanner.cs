using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Gathers call sites by delegate type.</summary>
internal static class InterceptionPlanner
{
    /// <summary>One trampoline for each delegate type that can be passed, in the order of their names.</summary>
    public static EquatableArray<DelegatePlan> PlanDelegates(IEnumerable<CallSiteModel> sites) => sites
        .GroupBy(static site => site.DelegateType)
        .OrderBy(static type => type.Key, StringComparer.Ordinal)
        .Select(static type => DelegatePlanner.Plan(type.Key, type.First().Signature, type.First().IsHidden).Plan)
        .OfType<DelegatePlan>()
        .ToEquatableArray();

    /// <summary>One interceptor for each method and delegate type that has a trampoline, in the order of the trampolines.</summary>
    public static EquatableArray<InterceptionPlan> PlanInterceptions(
        IEnumerable<CallSiteModel> sites,
        EquatableArray<DelegatePlan> delegates)
    {
        ILookup<string, CallSiteModel> byType = sites.ToLookup(static site => site.DelegateType);
        return delegates.SelectMany(type => PlanInterceptions(type, byType[type.DelegateType])).ToEquatableArray();
    }

    private static IEnumerable<InterceptionPlan> PlanInterceptions(DelegatePlan type, IEnumerable<CallSiteModel> sites) => sites
        .GroupBy(static site => site.Method)
        .OrderBy(static method => method.Key)
        .Select(method => new InterceptionPlan(
            method.Key,
            type.DelegateType,
            type.IsHidden,
            type.ClassName,
            type.Trampoline.IsVariadic,
            method.Select(static site => site.Interception).OrderBy(static text => text, StringComparer.Ordinal).ToEquatableArray()));
}
