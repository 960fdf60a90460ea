using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Events;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>What a rule found: where, about which thing (of several findings about one thing the first in the text is reported), and the
/// message's arguments.</summary>
internal sealed record Finding(SyntaxNode At, object About, params object[] Arguments)
{
    /// <summary>Whether it goes wrong on a path that an exception takes. What goes wrong without one is reported rather.</summary>
    public bool OnException { get; init; }

    /// <summary>Where the thing was made, for fixes that change that.</summary>
    public SyntaxNode? Origin { get; init; }

    /// <summary>What a fix would write: a variable to keep alive, a function to call instead.</summary>
    public string? Instead { get; init; }

    /// <summary>Why it may be wrong by its shape, beside what is doubted of the thing itself.</summary>
    public ImmutableArray<Doubt> Doubts { get; init; } = [];

    /// <summary>The thing that findings are counted by: what several turns of a loop made is one.</summary>
    public object Key => About is Subject subject ? subject.Resource.Latest : About;

    public Finding If(bool isDoubted, Doubt doubt) => isDoubted ? this with { Doubts = Doubts.Add(doubt) } : this;

    /// <summary>The one of two findings about a thing that is reported, in whatever order they come.</summary>
    public static Finding Choose(Finding one, Finding other)
    {
        int order = one.OnException.CompareTo(other.OnException);
        order = order != 0 ? order : one.At.SpanStart.CompareTo(other.At.SpanStart);
        order = order != 0 ? order : one.At.Span.Length.CompareTo(other.At.Span.Length);
        order = order != 0 ? order : string.CompareOrdinal(string.Join("\n", one.Arguments), string.Join("\n", other.Arguments));
        return order <= 0 ? one : other;
    }
}
