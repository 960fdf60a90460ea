using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;

namespace Ffi.Analyzers.Liveness.Apply;

/// <summary>How resources begin, end, and go to others.</summary>
internal static class Lifetimes
{
    public static FlowState Set(FlowState state, Resource resource, Func<Standing, Standing> change)
    {
        Standing before = state.StandingOf(resource);
        Standing after = change(before);
        return ReferenceEquals(before, after) ? state : state with { Resources = state.Resources.SetItem(resource, after) };
    }

    public static FlowState Know(FlowState state, Describe describe) =>
        Set(
            state,
            describe.Resource,
            s =>
                describe.As with
                {
                    Escaped = s.Escaped,
                    Retained = s.Retained,
                    Doubts = describe.As.Doubts.AddRange(s.Doubts.RemoveRange(describe.As.Doubts)),
                });

    /// <summary>Begins a life. What an earlier turn of a loop made at the same site is forgotten where it lives on, and becomes another
    /// resource where it has ended and a variable still has it.</summary>
    public static Applied Begin(FlowState state, Make make)
    {
        Resource resource = make.Resource;
        Applied begun = state;
        if (
            state.Resources.TryGetValue(resource, out Standing? before)
            && before is { Released: null, Escaped: false, IsOwned: true }
            && resource.Kind is ResourceKind.NativeMemory or ResourceKind.Handle or ResourceKind.MemoryPin or ResourceKind.PinnedBuffer
            && !state.Heap.Values.Any(e => e.Value.AllFacts.Any(f => f.Resource == resource)))
        {
            // What the turn before made was neither released nor kept somewhere.
            begun = begun.Then(new LeakEvent(new(resource, before), OnException: false));
        }

        before ??= Standing.Unknown;
        Resource? earlier = before.HasEnded ? resource.Earlier : null;
        var variables = state.Variables.ToBuilder();
        var resources = state.Resources.ToBuilder();
        foreach (KeyValuePair<Term, Value> variable in state.Variables)
        {
            Value kept = variable.Value.Replace(resource, earlier);
            if (!ReferenceEquals(kept, variable.Value))
            {
                variables[variable.Key] = kept;
                if (earlier is not null)
                {
                    resources[earlier] = before with { Escaped = true, Retained = null, IsOwned = false };
                }
            }
        }

        resources[resource] = make.As;
        var heap = state.Heap.ToBuilder();
        foreach (KeyValuePair<Place, HeapEntry> entry in state.Heap)
        {
            Value kept = entry.Value.Value.Replace(resource, null);
            if (!ReferenceEquals(kept, entry.Value.Value))
            {
                heap[entry.Key] = entry.Value with { Value = kept };
            }
        }

        return begun.With(
            state with
            {
                Variables = variables.ToImmutable(),
                Heap = heap.ToImmutable(),
                Resources = resources.ToImmutable(),
            });
    }

    public static Applied End(FlowState state, End end)
    {
        Standing before = state.StandingOf(end.Resource);
        if (before.Released?.Kind == ReleaseKind.NeverMade || Loops.IsAnother(end.Resource, before.Released, end.Site))
        {
            return state;
        }

        Applied ended = new Applied(state, [], []).Then(
            new ReleaseEvent(end.Site, new(end.Resource, before), before.Released, end.Family, end.By));
        if (before.Released is not null)
        {
            return ended;
        }

        var release = new Release(end.Kind, end.Site, end.By);
        ended = ended.With(Set(state, end.Resource, s => s with { Released = release }));
        if (before.Retained is { } retained)
        {
            ended = ended.Then(new RetentionBrokenEvent(retained, new(end.Resource, before), release, state.IsExceptional));
        }

        foreach (
            KeyValuePair<Resource, Standing> borrowed in state.Resources.Where(r =>
                r.Key.Kind == ResourceKind.Borrowed && r.Value.Released is null && r.Value.Targets.Contains(end.Resource)))
        {
            ended = ended.With(Set(ended.State, borrowed.Key, s => s with { Released = new(ReleaseKind.Invalidated, end.Site, end.By) }));
        }

        return ended;
    }

    public static Applied LeaveFixed(FlowState state, Resource region)
    {
        Standing before = state.StandingOf(region);
        var release = new Release(ReleaseKind.RegionExit, region.Site, "fixed");
        Applied left = Set(state, region, s => s with { Released = release });
        return before.Retained is { Until: not null } retained
            ? left.Then(new RetentionBrokenEvent(retained, new(region, before), release, state.IsExceptional))
            : left;
    }

    public static FlowState HandOver(FlowState state, Resource resource) =>
        Set(state, resource, static s => s.Escaped ? s : s with { Escaped = true });

    public static FlowState Escape(FlowState state, Value value)
    {
        foreach (Fact fact in value.AllFacts)
        {
            if (fact.Role == Role.Self || fact.Resource.Kind == ResourceKind.NativeMemory)
            {
                state = HandOver(state, fact.Resource);
            }
        }

        return state;
    }
}
