using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ffi.Analyzers.Liveness.Apply;

/// <summary>What an effect makes of a state: the next state, what has happened, and where the path is left. Nothing else makes
/// states.</summary>
internal static class Applying
{
    public static Applied To(FlowState state, Effect effect) =>
        effect switch
        {
            Make make => Lifetimes.Begin(state, make),
            Describe describe => Lifetimes.Know(state, describe),
            End end => Lifetimes.End(state, end),
            NeverMade never => Lifetimes.Set(
                state,
                never.Resource,
                s => s with { Released = new(ReleaseKind.NeverMade, never.Site, "null") }),
            Invalidate changed => Lifetimes.Set(
                state,
                changed.Resource,
                s => s with { Released = new(ReleaseKind.Invalidated, changed.Site, changed.By) }),
            Retain retain => Lifetimes.Set(state, retain.Resource, s => s with { Retained = s.Retained ?? retain.Retention }),
            LetGo let => Lifetimes.Set(state, let.Resource, static s => s with { Retained = null }),
            HandOver hand => Lifetimes.HandOver(state, hand.Resource),
            Escape escape => Lifetimes.Escape(state, escape.Value),
            Name name => Lifetimes.Set(state, name.Resource, s => s.IsUnnamed ? s with { Name = name.As } : s),
            TakeThunk thunk => Lifetimes.Set(state, thunk.Resource, s => s with { Thunk = thunk.Site }),
            DoubtResource doubt => Lifetimes.Set(state, doubt.Resource, s => s.Doubt(doubt.Doubt)),
            DoubtPath doubt => state.Doubts.Contains(doubt.Doubt) ? state : state with { Doubts = state.Doubts.Add(doubt.Doubt) },
            Use use => Uses.Use(state, use),
            Keep keep => Places.Keep(state, keep.Place, keep.Value, keep.Site, isStored: false),
            Store store => Places.Store(state, store),
            Drop drop => state with { Variables = state.Variables.Remove(drop.Variable) },
            Unknow unknow => state with { Heap = state.Heap.Remove(unknow.Place) },
            Decide decide => state with { Decided = state.Decided.SetItem(decide.Condition, decide.Answer) },
            SetLastError error => state with { LastError = error.Last },
            Throw thrown => Leaving(state, thrown),
            Stop => state with { IsDead = true },
            Suspend suspend => Endings.Suspend(state, suspend),
            Leave leave => LeaveRegion(state, leave.Region),
            Return returned => state with { Returned = new(returned.Value, returned.Site) },
            Finish finish => Endings.Finish(state, finish.IsExceptional),
            Tell tell => new Applied(state, [], []).Then(tell.Event),
            _ => throw new InvalidOperationException(effect.GetType().Name),
        };

    private static Applied Leaving(FlowState state, Throw thrown)
    {
        FlowState left = state;
        foreach (Effect before in thrown.Before)
        {
            left = To(left, before).State;
        }

        return new(state, [], [new(left, thrown.IsSeen)]);
    }

    // What lives no longer than a region ends with it: the pins of a fixed statement, the variables of a block.
    private static Applied LeaveRegion(FlowState state, ControlFlowRegion region)
    {
        Applied left = state;
        foreach (ILocalSymbol local in region.Locals)
        {
            Term variable = Term.Of(local);
            if (local.IsFixed && left.State.Variables.TryGetValue(variable, out Value? value))
            {
                foreach (
                    Fact fact in value.Facts.Where(f =>
                        f.Resource.Kind == ResourceKind.FixedRegion
                        && SymbolEqualityComparer.Default.Equals(left.State.StandingOf(f.Resource).Symbol, local)))
                {
                    left = left.And(Lifetimes.LeaveFixed(left.State, fact.Resource));
                }
            }

            left = left.With(left.State with { Variables = left.State.Variables.Remove(variable) });
        }

        foreach (CaptureId capture in region.CaptureIds)
        {
            left = left.With(left.State with { Variables = left.State.Variables.Remove(Term.Of(capture)) });
        }

        return left;
    }
}
