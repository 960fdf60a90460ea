using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ffi.Analyzers.Liveness.Flow;

/// <summary>What a <see cref="Term"/> stands for.</summary>
internal enum TermKind
{
    /// <summary>A local or a parameter; inside a place also the member of an object.</summary>
    Symbol,

    /// <summary>A value that Roslyn's graph keeps for later.</summary>
    Capture,

    /// <summary>Memory of a resource: of the frame, of a native block.</summary>
    Memory,

    /// <summary>The object that the method is of.</summary>
    This,

    /// <summary>A constant; also the number of a tuple's element.</summary>
    Constant,

    /// <summary>A member of what the only part stands for.</summary>
    Member,

    /// <summary>An element: of the first part, at the others.</summary>
    Element,

    /// <summary>What a pointer points to.</summary>
    Behind,

    /// <summary>An operator or a method, and what it is applied to.</summary>
    Operation,

    /// <summary>Something at one place of the source, equal to nothing else.</summary>
    Unique,
}

/// <summary>What an expression says, as a tree of symbols: equal where the same is meant, whatever it is called and however it is laid
/// out.</summary>
internal sealed class Term : IEquatable<Term>
{
    public static readonly Term This = new(TermKind.This, null, [], "this");

    /// <summary>All elements of a collection, whose number is unknown.</summary>
    public static readonly Term AnyElement = new(TermKind.Element, null, [], "[]");

    private readonly int _hash;

    private Term(TermKind kind, object? atom, ImmutableArray<Term> parts, string text)
    {
        (Kind, Atom, Parts, Text) = (kind, atom, parts, text);
        int hash =
            ((int)kind * 31) + (atom is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : atom?.GetHashCode() ?? 0);
        foreach (Term part in parts)
        {
            hash = unchecked((hash * 31) + part._hash);
        }

        _hash = hash;
    }

    public TermKind Kind { get; }

    public object? Atom { get; }

    public ImmutableArray<Term> Parts { get; }

    /// <summary>What a message calls it; no part of what it is.</summary>
    public string Text { get; }

    public ISymbol? Symbol => Atom as ISymbol;

    public static Term Of(ISymbol symbol) => new(TermKind.Symbol, symbol, [], symbol.Name);

    public static Term Of(CaptureId capture) => new(TermKind.Capture, capture, [], "");

    public static Term Of(Resource memory) => new(TermKind.Memory, memory, [], "");

    public static Term Constant(object? value) => new(TermKind.Constant, value, [], $"{value}");

    public static Term Type(ITypeSymbol type) => new(TermKind.Symbol, type, [], type.Name);

    public static Term Member(Term owner, ISymbol member) => new(TermKind.Member, member, [owner], $"{owner.Text}.{member.Name}");

    /// <summary>The selector of an element, without what it is an element of.</summary>
    public static Term At(ImmutableArray<Term> indices) =>
        new(TermKind.Element, null, indices, $"[{string.Join(", ", indices.Select(static i => i.Text))}]");

    public static Term Behind(Term pointer) => new(TermKind.Behind, null, [pointer], $"*{pointer.Text}");

    public static Term Operation(object what, ImmutableArray<Term> parts, string text) => new(TermKind.Operation, what, parts, text);

    public static Term Unique(SyntaxNode site) => new(TermKind.Unique, site, [], site.ToString());

    /// <summary>Whether the term's value depends on what the symbol holds.</summary>
    public bool Mentions(ISymbol symbol)
    {
        if (Symbol is { } own && SymbolEqualityComparer.Default.Equals(own, symbol))
        {
            return true;
        }

        foreach (Term part in Parts)
        {
            if (part.Mentions(symbol))
            {
                return true;
            }
        }

        return false;
    }

    public bool Equals(Term? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        return other is not null && Kind == other.Kind && _hash == other._hash && Parts.Length == other.Parts.Length
            && (Symbol is { } symbol ? SymbolEqualityComparer.Default.Equals(symbol, other.Symbol) : Equals(Atom, other.Atom))
            && Parts.SequenceEqual(other.Parts);
    }

    public override bool Equals(object? obj) => Equals(obj as Term);

    public override int GetHashCode() => _hash;

    public override string ToString() => Text;
}
