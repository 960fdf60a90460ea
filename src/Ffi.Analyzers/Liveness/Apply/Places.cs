using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Apply;

/// <summary>What places hold.</summary>
internal static class Places
{
    public static FlowState Keep(FlowState state, Place place, Value value, SyntaxNode site, bool isStored)
    {
        if (place.IsHeap)
        {
            return state with { Heap = state.Heap.SetItem(place, new(value, site, place, isStored)) };
        }

        Value owner = state.Variables.TryGetValue(place.Root, out Value? known) ? known : Value.Unknown;
        return state with
        {
            Variables = state.Variables.SetItem(place.Root, place.Path.IsEmpty ? value : owner.WithField(place.Path, value)),
        };
    }

    public static Applied Store(FlowState state, Store store)
    {
        Place place = store.Place;
        state = place.Written is { } symbol ? Forget(state, symbol) : state;
        state = Keep(state, place, store.Value, store.Site, isStored: true);
        bool isElement = place.Path.Any(static step => step.Kind == TermKind.Element);
        Applied stored = isElement ? Lifetimes.Escape(state, store.Value) : state;
        if (place.IsHeap)
        {
            return Outside(stored, store, place);
        }

        if (place.Variable is IParameterSymbol { RefKind: RefKind.Out or RefKind.Ref } parameter)
        {
            Place callers = Place.Heap(Term.Behind(Term.Of(parameter)), [.. place.Path]);
            FlowState kept = stored.State;
            stored = stored.With(kept with { Heap = kept.Heap.SetItem(callers, new(store.Value, store.Site, place, IsStored: true)) });
            return Outside(stored, store, place);
        }

        return stored;
    }

    private static Applied Outside(Applied stored, Store store, Place place)
    {
        stored = stored.And(Uses.Use(stored.State, new(store.Value, store.Site, UseKind.Store, place.Text)));
        return stored.With(Lifetimes.Escape(stored.State, store.Value));
    }

    /// <summary>Forgets what was known by a name that now stands for something else: conditions, elements, members.</summary>
    private static FlowState Forget(FlowState state, ISymbol symbol)
    {
        ImmutableDictionary<Term, bool> decided = state.Decided.RemoveRange(state.Decided.Keys.Where(c => c.Mentions(symbol)));
        var heap = state.Heap.ToBuilder();
        foreach (KeyValuePair<Place, HeapEntry> entry in state.Heap)
        {
            // a[i] and a.B are other places now; what was stored in the old ones is still there.
            bool isElement = entry.Key.Path.Any(step => step.Kind == TermKind.Element && step.Mentions(symbol));
            if (
                isElement
                || (
                    !IsCallers(entry.Key)
                    && entry.Key.Root.Kind != TermKind.Unique
                    && entry.Key.Root.Mentions(symbol)
                    && !entry.Key.Path.IsEmpty))
            {
                heap.Remove(entry.Key);
                if (entry.Value.IsStored || isElement)
                {
                    heap[Place.Heap(Term.Unique(entry.Value.Site))] = entry.Value;
                }
            }
        }

        var variables = state.Variables.ToBuilder();
        foreach (KeyValuePair<Term, Value> variable in state.Variables)
        {
            Value moved = Move(variable.Value, symbol);
            if (!ReferenceEquals(moved, variable.Value))
            {
                variables[variable.Key] = moved;
            }
        }

        return state with { Decided = decided, Heap = heap.ToImmutable(), Variables = variables.ToImmutable() };
    }

    /// <summary>Whether the place is behind a parameter that the caller passes by reference.</summary>
    public static bool IsCallers(Place place) =>
        place.Root is { Kind: TermKind.Behind } root && root.Parts[0].Symbol is IParameterSymbol { RefKind: not RefKind.None };

    // A variable that elements are found by has changed: what was stored in [i] is still there, elsewhere.
    private static Value Move(Value value, ISymbol symbol)
    {
        if (!HasElement(value, symbol))
        {
            return value;
        }

        ImmutableDictionary<Term, Value> moved = ImmutableDictionary<Term, Value>.Empty;
        foreach (KeyValuePair<Term, Value> field in value.Fields)
        {
            Value inner = Move(field.Value, symbol);
            bool isMoved = IsElement(field.Key, symbol);
            if (!isMoved)
            {
                moved = moved.SetItem(field.Key, inner);
            }
            else if (inner.AllFacts.Any(static f => f.Resource.Kind != ResourceKind.Opaque))
            {
                moved = moved.SetItem(Term.Operation("before", [field.Key], field.Key.Text), inner);
            }
        }

        return value.WithFields(moved);
    }

    private static bool HasElement(Value value, ISymbol symbol) =>
        !value.Fields.IsEmpty && value.Fields.Any(f => IsElement(f.Key, symbol) || HasElement(f.Value, symbol));

    private static bool IsElement(Term step, ISymbol symbol) => step.Kind == TermKind.Element && step.Mentions(symbol);
}
