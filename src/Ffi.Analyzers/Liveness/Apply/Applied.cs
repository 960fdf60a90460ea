using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;

namespace Ffi.Analyzers.Liveness.Apply;

/// <summary>An exception that leaves the path, with what is known then. One that is only possible is followed into handlers, not out of the
/// method.</summary>
internal sealed record Exit(FlowState State, bool IsSeen);

/// <summary>What an effect has led to.</summary>
internal readonly record struct Applied(FlowState State, ImmutableArray<FlowEvent> Events, ImmutableArray<Exit> Exits)
{
    public static implicit operator Applied(FlowState state) => new(state, [], []);

    public Applied Then(FlowEvent happened) =>
        this with
        {
            Events = Events.Add(State.Doubts.IsEmpty ? happened : happened with { Doubts = happened.Doubts.AddRange(State.Doubts) }),
        };

    public Applied With(FlowState state) => this with { State = state };

    public Applied And(Applied next) => new(next.State, Events.AddRange(next.Events), Exits.AddRange(next.Exits));
}
