using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Apply;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>One operation that is being read: what is known so far, and what its effects have brought.</summary>
internal sealed class Moment(MethodScope scope, ProgramPoint point, FlowState state)
{
    public MethodScope Scope { get; } = scope;

    public ProgramPoint Point { get; } = point;

    public FlowState State { get; private set; } = state;

    public ImmutableArray<FlowEvent>.Builder Events { get; } = ImmutableArray.CreateBuilder<FlowEvent>();

    public ImmutableArray<Exit>.Builder Exits { get; } = ImmutableArray.CreateBuilder<Exit>();

    public Value Read(IOperation operation) => Reader.Read(operation, this);

    public void Do(Effect effect)
    {
        Applied applied = Applying.To(State, effect);
        State = applied.State;
        Events.AddRange(applied.Events);
        Exits.AddRange(applied.Exits);
    }

    public void Tell(FlowEvent happened) => Do(new Tell(happened));

    public void Use(Value value, SyntaxNode at, UseKind how, string target) => Do(new Use(value, at, how, target));

    public void Escape(Value value) => Do(new Escape(value));

    public Standing StandingOf(Resource resource) => State.StandingOf(resource);

    public Subject SubjectOf(Resource resource) => new(resource, State.StandingOf(resource));
}
