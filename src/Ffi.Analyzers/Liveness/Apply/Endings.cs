using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;

namespace Ffi.Analyzers.Liveness.Apply;

/// <summary>The end of a path: what is returned and what was stored outlive the frame; what is still held is lost.</summary>
internal static class Endings
{
    public static Applied Finish(FlowState state, bool isExceptional)
    {
        Applied end = state;
        if (!isExceptional)
        {
            if (state.Returned is { } returned)
            {
                end = end.With(Lifetimes.Escape(end.State, returned.Value));
                end = Outlives(end, returned.Value, returned.Site, UseKind.Return, null);
            }

            foreach (HeapEntry entry in end.State.Heap.Values.Where(static e => e.IsStored))
            {
                end = Outlives(end, entry.Value, entry.Site, UseKind.Store, entry.Target);
            }

            foreach (KeyValuePair<Resource, Standing> entry in end.State.Resources)
            {
                end = Retained(end, entry.Key, entry.Value);
            }
        }

        foreach (KeyValuePair<Resource, Standing> entry in end.State.Resources)
        {
            bool isHandedOver =
                entry.Key.Kind == ResourceKind.AddRef
                && entry.Value.Targets.Any(t =>
                    end.State.StandingOf(t).Escaped
                    || (!isExceptional && state.Returned is { } returned && returned.Value.Facts.Any(f => f.Resource == t)));
            if (entry.Value is { IsOwned: true, Released: null, Escaped: false } && !isHandedOver)
            {
                end = end.Then(new LeakEvent(new(entry.Key, entry.Value), isExceptional));
            }
        }

        return end;
    }

    /// <summary>Addresses of the frame and of pins in it are gone when the frame is resumed; so is what others may have changed
    /// meanwhile.</summary>
    public static Applied Suspend(FlowState state, Suspend suspend)
    {
        Applied thrown = Applying.To(state, new Throw(IsSeen: true, []));
        var resources = state.Resources.ToBuilder();
        foreach (KeyValuePair<Resource, Standing> entry in state.Resources)
        {
            if (entry.Key.Kind is ResourceKind.FixedRegion or ResourceKind.Stack or ResourceKind.Movable)
            {
                resources[entry.Key] = entry.Value with { Released = new(ReleaseKind.Await, suspend.Site, suspend.By) };
            }
        }

        LastError? last = state.LastError is { IsKept: true } kept ? kept with { LostTo = kept.LostTo ?? suspend.By } : null;
        return thrown.With(state with { Resources = resources.ToImmutable(), LastError = last });
    }

    private static Applied Retained(Applied end, Resource resource, Standing standing)
    {
        bool isDropped =
            resource.Kind == ResourceKind.Delegate
            && standing is { IsRooted: false, Released: null, Escaped: false }
            && !end.State.Holds(resource);
        if (isDropped && standing.Retained is { } retained)
        {
            return end.Then(new OwnerLostEvent(retained.Argument, new(resource, standing), retained.Parameter));
        }

        return resource.Kind == ResourceKind.Stack && standing.Retained is { Until: not null } framed
            ? end.Then(
                new RetentionBrokenEvent(
                    framed,
                    new(resource, standing),
                    new(ReleaseKind.FrameExit, resource.Site, "return"),
                    end.State.IsExceptional))
            : end;
    }

    private static Applied Outlives(Applied end, Value value, Microsoft.CodeAnalysis.SyntaxNode site, UseKind how, Place? into)
    {
        string target = into?.Text ?? "return";
        foreach (Fact fact in value.AllFacts.Where(static f => f.Role != Role.Token))
        {
            Standing standing = end.State.StandingOf(fact.Resource);
            Release? release =
                standing.Released
                ?? (fact.Resource.Kind == ResourceKind.Stack ? new Release(ReleaseKind.FrameExit, fact.Resource.Site, "return") : null);
            if (release is { Kind: not ReleaseKind.NeverMade } || fact is { Resource.Kind: ResourceKind.Movable, Role: Role.Address })
            {
                end = end.Then(new UseEvent(site, new(fact.Resource, standing), fact.Role, release, how, target, into));
            }
            else if (
                release is null
                && fact.Role == Role.Address
                && standing is { IsRooted: false, Escaped: false }
                && !end.State.Holds(fact.Resource)
                && IsLost(fact.Resource, standing, how))
            {
                end = end.Then(new OwnerLostEvent(standing.Thunk ?? site, new(fact.Resource, standing), target));
            }
        }

        return end;
    }

    // A thunk whose delegate only this frame held; a raw handle whose SafeHandle did.
    private static bool IsLost(Resource resource, Standing standing, UseKind how) =>
        resource.Kind == ResourceKind.Delegate
        || (resource.Kind == ResourceKind.SafeHandle && (standing.Symbol is null || how == UseKind.Store));
}
