using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness;

/// <summary>One row of the table: which event is a mistake, and how to say so.</summary>
internal abstract class LivenessRule(DiagnosticDescriptor descriptor)
{
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    /// <summary>The finding, or null where the event is none of this rule's.</summary>
    public abstract Finding? Judge(FlowEvent happened);
}

/// <summary>What a rule found: where, about which thing (of several findings about one thing the first in the text is reported), and the message's arguments.</summary>
internal sealed record Finding(SyntaxNode At, object About, params object[] Arguments)
{
    /// <summary>Whether it goes wrong on a path that an exception takes. What goes wrong without one is reported rather.</summary>
    public bool OnException { get; init; }

    /// <summary>Where the thing was made, for fixes that change that.</summary>
    public SyntaxNode? Origin { get; init; }

    /// <summary>What a fix would write: a variable to keep alive, a function to call instead.</summary>
    public string? Instead { get; init; }

    /// <summary>The one of two findings about a thing that is reported.</summary>
    public static Finding Choose(Finding one, Finding other) =>
        one.OnException != other.OnException ? (one.OnException ? other : one)
        : other.At.SpanStart < one.At.SpanStart ? other : one;
}
