using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ffi.Analyzers.Liveness.Engine;

/// <summary>A value stored where it outlives the method, and where in the source that was done.</summary>
/// <param name="IsStored">False where the method has only read the place.</param>
internal sealed record HeapEntry(Value Value, SyntaxNode Site, string Target, bool IsStored);

/// <summary>Where a <c>finally</c> goes on to: the rest of a branch, or (without one) the search for a handler.</summary>
internal sealed record Continuation(ControlFlowBranch? Branch, int NextRegion, ControlFlowRegion? UnwindFrom, bool IsSeen, Continuation? Outer);

/// <summary>The last native call, as far as errno is concerned.</summary>
internal sealed record LastError(IMethodSymbol Call, bool IsKept, string? LostTo);

/// <summary>All that is known at one point of one path.</summary>
internal sealed class FlowState : IEquatable<FlowState>
{
    public Dictionary<object, Value> Variables { get; private set; } = [];

    public Dictionary<string, HeapEntry> Heap { get; private set; } = new(StringComparer.Ordinal);

    public Dictionary<Resource, Status> Statuses { get; private set; } = [];

    /// <summary>How conditions were decided on this path, by their text; so that the same question gets the same answer.</summary>
    public Dictionary<string, bool> Decided { get; private set; } = new(StringComparer.Ordinal);

    public Continuation? Continuation { get; set; }

    public LastError? LastError { get; set; }

    /// <summary>Whether an exception has been thrown on the path. States that differ only in this know the same.</summary>
    public bool IsExceptional { get; set; }

    /// <summary>Whether the path has ended in a call that doesn't return.</summary>
    public bool IsDead { get; set; }

    public Value Returned { get; set; } = Value.Unknown;

    public SyntaxNode? ReturnSite { get; set; }

    public Status StatusOf(Resource resource) => Statuses.TryGetValue(resource, out Status? status) ? status : Status.Live;

    public FlowState Clone() => new()
    {
        Variables = new(Variables),
        Heap = new(Heap, StringComparer.Ordinal),
        Statuses = new(Statuses),
        Decided = new(Decided, StringComparer.Ordinal),
        Continuation = Continuation,
        LastError = LastError,
        Returned = Returned,
        ReturnSite = ReturnSite,
        IsExceptional = IsExceptional,
    };

    /// <summary>Begins the life of a resource. What an earlier turn of a loop made at the same site is forgotten where it lives on, and
    /// becomes another resource where it has ended and a variable still has it.</summary>
    public void Begin(Resource resource)
    {
        Status before = StatusOf(resource);
        Resource? earlier = before.Released is { Kind: not ReleaseKind.NeverMade } ? resource.Earlier : null;
        foreach (object root in Variables.Keys.ToArray())
        {
            Value value = Variables[root];
            Value kept = earlier is null ? value.Without(resource) : value.With(earlier, insteadOf: resource);
            if (kept != value)
            {
                Variables[root] = kept;
                if (earlier is not null)
                {
                    Statuses[earlier] = before with { Escaped = true, Retained = null };
                }
            }
        }

        foreach (string key in Heap.Keys.ToArray())
        {
            Heap[key] = Heap[key] with { Value = Heap[key].Value.Without(resource) };
        }

        Statuses[resource] = Status.Live;
    }

    public void Escape(Resource resource) => Statuses[resource] = StatusOf(resource) with { Escaped = true };

    /// <summary>Forgets what was known by a name that now stands for something else: conditions, elements, members.</summary>
    public void Forget(string name)
    {
        foreach (string condition in Decided.Keys.Where(c => c.Contains(name)).ToArray())
        {
            Decided.Remove(condition);
        }

        // a[i] and a.B are other places now; what was stored in the old ones is still there.
        foreach (string place in Heap.Keys.Where(k => IsElementAt(k, name) || IsMemberOf(k, name)).ToArray())
        {
            HeapEntry entry = Heap[place];
            Heap.Remove(place);
            if (entry.IsStored || IsElementAt(place, name))
            {
                Heap[$"{entry.Target} at {entry.Site.SpanStart}"] = entry;
            }
        }

        string element = $"[{name}]";
        foreach (KeyValuePair<object, Value> variable in Variables.Where(v => v.Value.HasElement(element)).ToArray())
        {
            Variables[variable.Key] = variable.Value.WithMovedElements(element);
        }
    }

    private static bool IsMemberOf(string place, string name) =>
        place.Length > name.Length && place[name.Length] == '.' && place.StartsWith(name, StringComparison.Ordinal);

    private static bool IsElementAt(string place, string name) => place.IndexOf('[') is > 0 and var open && place.IndexOf(name, open, StringComparison.Ordinal) > 0;

    public bool Equals(FlowState? other) =>
        other is not null && Equals(Continuation, other.Continuation) && Equals(LastError, other.LastError) && Returned.Equals(other.Returned)
        && Same(Variables, other.Variables) && Same(Heap, other.Heap) && Same(Statuses, other.Statuses) && Same(Decided, other.Decided);

    public override bool Equals(object? obj) => Equals(obj as FlowState);

    public override int GetHashCode() => (Variables.Count * 31) + (Statuses.Count * 7) + (Heap.Count * 3) + Decided.Count;

    private static bool Same<TKey, TValue>(Dictionary<TKey, TValue> a, Dictionary<TKey, TValue> b)
        where TKey : notnull =>
        a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out TValue? value) && Equals(entry.Value, value));
}
