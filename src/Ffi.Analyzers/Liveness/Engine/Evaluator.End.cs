using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Engine;

// The end of a path: what is returned and what was stored outlive the frame; what is still held is lost.
internal sealed partial class Evaluator
{
    public void End(FlowState state, bool isExceptional)
    {
        if (!isExceptional)
        {
            if (state.ReturnSite is { } site)
            {
                Escape(state.Returned, state);
                Outlives(state.Returned, site, UseKind.Return, "return", state);
            }

            foreach (HeapEntry entry in state.Heap.Values.Where(e => e.IsStored))
            {
                Outlives(entry.Value, entry.Site, UseKind.Store, entry.Target, state);
            }

            foreach (KeyValuePair<Resource, Status> entry in state.Statuses)
            {
                bool isDropped = entry.Key is { Kind: ResourceKind.Delegate, IsRooted: false } && entry.Value is { Released: null, Escaped: false } && !IsHeld(entry.Key, state);
                if (isDropped && entry.Value.Retained is { } retained)
                {
                    scope.Report(new OwnerLostEvent(retained.Argument, entry.Key, retained.Parameter));
                }
                else if (entry is { Key.Kind: ResourceKind.Stack, Value.Retained: { Until: not null } framed })
                {
                    scope.Report(new RetentionBrokenEvent(framed, entry.Key, new(ReleaseKind.FrameExit, entry.Key.Site, "return"), state.IsExceptional));
                }
            }
        }

        foreach (KeyValuePair<Resource, Status> entry in state.Statuses)
        {
            bool isHandedOver = entry.Key.Kind == ResourceKind.AddRef && entry.Key.Targets.Any(t => state.StatusOf(t).Escaped || (!isExceptional && state.Returned.Facts.Any(f => f.Resource == t)));
            if (entry.Key.IsOwned && !isHandedOver && entry.Value is { Released: null, Escaped: false })
            {
                scope.Report(new LeakEvent(entry.Key.Site, entry.Key, isExceptional));
            }
        }
    }

    private void Outlives(Value value, SyntaxNode site, UseKind how, string target, FlowState state)
    {
        foreach (Fact fact in value.AllFacts.Where(f => f.Role != Role.Token))
        {
            Status status = state.StatusOf(fact.Resource);
            Release? release = status.Released ?? (fact.Resource.Kind == ResourceKind.Stack ? new Release(ReleaseKind.FrameExit, fact.Resource.Site, "return") : null);
            if (release is { Kind: not ReleaseKind.NeverMade } || fact is { Resource.Kind: ResourceKind.Movable, Role: Role.Address })
            {
                scope.Report(new UseEvent(site, fact, release, how, target));
            }
            else if (release is null && fact.Role == Role.Address && fact.Resource is { IsRooted: false } && !status.Escaped && !IsHeld(fact.Resource, state) && IsLost(fact.Resource, how))
            {
                scope.Report(new OwnerLostEvent(fact.Resource.Thunk ?? site, fact.Resource, target));
            }
        }
    }

    // By a handle or an add-ref that has not ended.
    private static bool IsHeld(Resource owner, FlowState state) =>
        state.Statuses.Any(s => s.Key.Kind is ResourceKind.AddRef or ResourceKind.Handle && s.Value.Released is null && s.Key.Targets.Contains(owner));

    // A thunk whose delegate only this frame held; a raw handle whose SafeHandle did.
    private static bool IsLost(Resource resource, UseKind how) =>
        resource.Kind == ResourceKind.Delegate
        || (resource.Kind == ResourceKind.SafeHandle && (resource.Symbol is null || how == UseKind.Store));
}
