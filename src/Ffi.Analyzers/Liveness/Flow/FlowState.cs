using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Doubts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ffi.Analyzers.Liveness.Flow;

/// <summary>A value stored where it outlives the method, and where in the source that was done.</summary>
/// <param name="IsStored">False if the method has only read the place.</param>
internal sealed record HeapEntry(Value Value, SyntaxNode Site, Place Target, bool IsStored);

/// <summary>Where a <c>finally</c> goes on to: the rest of a branch, or (without one) the search for a handler.</summary>
internal sealed record Continuation(
    ControlFlowBranch? Branch,
    int NextRegion,
    ControlFlowRegion? UnwindFrom,
    bool IsSeen,
    Continuation? Outer);

/// <summary>The last native call, as far as errno is concerned.</summary>
internal sealed record LastError(IMethodSymbol Call, bool IsKept, string? LostTo);

/// <summary>What is returned, and where.</summary>
internal sealed record Returned(Value Value, SyntaxNode Site);

/// <summary>All that is known at one point of one path. Immutable: <see cref="Apply.Applying"/> alone makes the next one.</summary>
internal sealed record FlowState
{
    public static readonly FlowState Start = new();

    /// <summary>What the variables of the frame hold, by variable, capture or memory.</summary>
    public ImmutableDictionary<Term, Value> Variables { get; init; } = ImmutableDictionary<Term, Value>.Empty;

    /// <summary>What places hold that outlive the frame.</summary>
    public ImmutableDictionary<Place, HeapEntry> Heap { get; init; } = ImmutableDictionary<Place, HeapEntry>.Empty;

    public ImmutableDictionary<Resource, Standing> Resources { get; init; } = ImmutableDictionary<Resource, Standing>.Empty;

    /// <summary>How conditions were decided on this path, so that the same question gets the same answer.</summary>
    public ImmutableDictionary<Term, bool> Decided { get; init; } = ImmutableDictionary<Term, bool>.Empty;

    public Continuation? Continuation { get; init; }

    public LastError? LastError { get; init; }

    /// <summary>The head of the loop that the path has just come to, before its first turn.</summary>
    public BasicBlock? Entering { get; init; }

    /// <summary>Whether an exception has been thrown on the path. States that differ only in this know the same.</summary>
    public bool IsExceptional { get; init; }

    /// <summary>Whether the path has ended in a call that doesn't return.</summary>
    public bool IsDead { get; init; }

    public Returned? Returned { get; init; }

    /// <summary>Why the path may not exist.</summary>
    public ImmutableArray<Doubt> Doubts { get; init; } = [];

    public Standing StandingOf(Resource resource) => Resources.TryGetValue(resource, out Standing? standing) ? standing : Standing.Unknown;

    /// <summary>What a place is known to hold; null if nothing is.</summary>
    public Value? At(Place place) =>
        place.IsHeap ? Heap.TryGetValue(place, out HeapEntry? entry) ? entry.Value : null
        : Variables.TryGetValue(place.Root, out Value? value) ? value.Field(place.Path)
        : null;

    /// <summary>Whether a handle or an add-ref that has not ended holds the owner.</summary>
    public bool Holds(Resource owner) =>
        Resources.Any(r =>
            r.Key.Kind is ResourceKind.AddRef or ResourceKind.Handle && r.Value.Released is null && r.Value.Targets.Contains(owner));

    /// <summary>Whether the other state knows the same, with no less doubt.</summary>
    public bool KnowsAs(FlowState other) =>
        Equals(Continuation, other.Continuation)
        && Entering == other.Entering
        && Equals(LastError, other.LastError)
        && Same(Returned, other.Returned)
        && Doubts.All(d => other.Doubts.Contains(d))
        && Same(Variables, other.Variables)
        && Same(Heap, other.Heap)
        && Same(Resources, other.Resources)
        && Same(Decided, other.Decided);

    private static bool Same(Returned? one, Returned? other) =>
        one is null ? other is null : other is not null && one.Site == other.Site && one.Value.Equals(other.Value);

    private static bool Same<TKey, TValue>(ImmutableDictionary<TKey, TValue> one, ImmutableDictionary<TKey, TValue> other)
        where TKey : notnull =>
        ReferenceEquals(one, other)
        || (one.Count == other.Count && one.All(entry => other.TryGetValue(entry.Key, out TValue? value) && Equals(entry.Value, value)));
}
