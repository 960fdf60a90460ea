using Ffi.Analyzers.Liveness.Events;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>One row of the table: which event is a mistake, and how to say so.</summary>
internal abstract class LivenessRule(DiagnosticDescriptor descriptor)
{
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    /// <summary>The finding, or null if the event is none of this rule's.</summary>
    public abstract Finding? Judge(FlowEvent happened);
}
