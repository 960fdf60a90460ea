using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Liveness.Engine;

// The end of a path: what is returned and what was stored outlive the frame; what is still held is lost.
internal sealed partial class Evaluator
{
    public void End(FlowState state, bool isExceptional)
    {
        if (!isExceptional)
        {
            if (state.ReturnSite is { } site)
            {
                Outlives(state.Returned, site, UseKind.Return, "return", state);
                Escape(state.Returned, state);
            }

            foreach (HeapEntry entry in state.Heap.Values.Where(e => e.IsStored))
            {
                Outlives(entry.Value, entry.Site, UseKind.Store, entry.Target, state);
            }

            foreach (KeyValuePair<Resource, Status> entry in state.Statuses)
            {
                bool isDropped = entry.Key is { Kind: ResourceKind.Delegate, IsRooted: false } && entry.Value is { Released: null, Escaped: false };
                if (isDropped && entry.Value.Retained is { } retained)
                {
                    scope.Report(new OwnerLostEvent(retained.Argument, entry.Key, retained.Parameter));
                }
            }
        }

        foreach (KeyValuePair<Resource, Status> entry in state.Statuses)
        {
            if (entry.Key.IsOwned && entry.Value is { Released: null, Escaped: false })
            {
                scope.Report(new LeakEvent(entry.Key.Site, entry.Key, isExceptional));
            }
        }
    }

    private void Outlives(Value value, SyntaxNode site, UseKind how, string target, FlowState state)
    {
        foreach (Fact fact in value.AllFacts)
        {
            Status status = state.StatusOf(fact.Resource);
            Release? release = status.Released ?? (fact.Resource.Kind == ResourceKind.Stack ? new Release(ReleaseKind.FrameExit, fact.Resource.Site, "return") : null);
            if (release is { Kind: not ReleaseKind.NeverMade } || fact is { Resource.Kind: ResourceKind.Movable, Role: Role.Address })
            {
                scope.Report(new UseEvent(site, fact, release, how, target));
            }
            else if (release is null && fact.Role == Role.Address && fact.Resource is { IsRooted: false } && !status.Escaped && IsLost(fact.Resource, how))
            {
                scope.Report(new OwnerLostEvent(fact.Resource.Thunk ?? site, fact.Resource, target));
            }
        }
    }

    // A thunk whose delegate only this frame held; a raw handle whose SafeHandle did.
    private static bool IsLost(Resource resource, UseKind how) =>
        resource.Kind == ResourceKind.Delegate
        || (resource.Kind == ResourceKind.SafeHandle && (resource.Symbol is null || how == UseKind.Store));
}
