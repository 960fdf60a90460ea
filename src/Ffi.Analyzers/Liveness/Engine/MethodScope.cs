using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Engine;

/// <summary>What the engine has of the method it looks at.</summary>
internal sealed record MethodScope(
    IMethodSymbol? Method, SemanticModel Model, SignatureReader Signatures, MethodSummaries Summaries, CallReach Reach, Action<FlowEvent> Report, CancellationToken Cancellation)
{
    /// <summary>Whether the method body is a lambda or local function, whose captured variables live elsewhere.</summary>
    public bool IsNested { get; init; }
}
