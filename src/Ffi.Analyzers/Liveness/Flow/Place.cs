using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Flow;

/// <summary>Where a value is kept: a root, and the members and elements that lead from it to the value.</summary>
/// <param name="Root">A variable or memory of the frame; on the heap, an object, a type, or what a pointer points to.</param>
/// <param name="Path">Members and elements, from the outside in.</param>
/// <param name="IsHeap">Whether the value outlives the frame there.</param>
internal sealed record Place(Term Root, ImmutableArray<Term> Path, bool IsHeap)
{
    public static Place Local(Term root) => new(root, [], IsHeap: false);

    public static Place Heap(Term root, params Term[] path) => new(root, [.. path], IsHeap: true);

    /// <summary>The variable that the place is, or is in.</summary>
    public ISymbol? Variable => Root is { Kind: TermKind.Symbol } ? Root.Symbol : null;

    /// <summary>What a message calls it.</summary>
    public string Text =>
        Path.Aggregate(Root.Text, static (text, step) => step.Kind == TermKind.Element ? text + step.Text : $"{text}.{step.Text}");

    /// <summary>The expression that reads the place.</summary>
    public Term AsTerm => Path.Aggregate(Root, static (owner, step) => step switch
    {
        { Kind: TermKind.Element } => Term.Operation("at", step.Parts.Insert(0, owner), owner.Text + step.Text),
        { Symbol: { } member } => Term.Member(owner, member),
        // The element of a tuple has a number.
        _ => Term.Operation("in", [owner, step], $"{owner.Text}.{step.Text}"),
    });

    public Place Then(Term step) => this with { Path = Path.Add(step) };

    /// <summary>The member or variable whose value changes when the place is written; null if it is an element or memory.</summary>
    public ISymbol? Written => Path.IsEmpty ? Variable : Path[Path.Length - 1].Symbol;

    public bool Equals(Place? other) =>
        other is not null && IsHeap == other.IsHeap && Root.Equals(other.Root) && Path.SequenceEqual(other.Path);

    public override int GetHashCode() =>
        Path.Aggregate(Root.GetHashCode(), static (hash, step) => unchecked((hash * 31) + step.GetHashCode()));
}
