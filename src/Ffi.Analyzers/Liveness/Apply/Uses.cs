using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;

namespace Ffi.Analyzers.Liveness.Apply;

/// <summary>What a use tells: of something that has ended, of a write, of an address that nothing pins.</summary>
internal static class Uses
{
    public static Applied Use(FlowState state, Effects.Use use)
    {
        Applied used = state;
        foreach (Fact fact in use.Value.Facts)
        {
            Standing standing = state.StandingOf(fact.Resource);
            Release? release = standing.Released;
            if (release?.Kind == ReleaseKind.NeverMade || Loops.IsAnother(fact.Resource, release, use.At) || fact.Role == Role.Token
                || fact is { Resource.Kind: ResourceKind.Movable, Role: Role.Self }
                || (fact.Resource.Kind == ResourceKind.Movable && release is null && IsPinnedElsewhere(standing, state)))
            {
                continue;
            }

            if (
                release is not null
                || use.How is UseKind.Write or UseKind.Capture
                || fact.Resource.Kind is ResourceKind.Movable or ResourceKind.ManagedCode)
            {
                used = used.Then(
                    new UseEvent(use.At, new(fact.Resource, standing), fact.Role, release, use.How, use.Target, Into: null)
                    {
                        Doubts = use.Doubt is null ? [] : [use.Doubt],
                    });
            }
        }

        return used;
    }

    // This method pins the object that the address was taken of.
    private static bool IsPinnedElsewhere(Standing movable, FlowState state) =>
        state.Resources.Any(r => r.Key.Kind is ResourceKind.FixedRegion or ResourceKind.Handle or ResourceKind.MemoryPin
            && r.Value is { Released: null, IsPinned: not false } && r.Value.Targets.Any(t => movable.Targets.Contains(t)));
}
