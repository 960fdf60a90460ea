using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1015: native memory or a native string is not freed on some path.</summary>
internal sealed class NativeMemoryNotFreed() : LivenessRule(Describe.Warning(
    DiagnosticIds.NativeMemoryNotFreed,
    "Native memory or a native string is never freed",
    "The native memory '{0}' is not freed {1}. Free it with {2} in a finally block."))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened is LeakEvent { Of: { Kind: ResourceKind.NativeMemory } memory } leak
            ? new(leak.At, memory, memory.Name, leak.OnException ? "when an exception is thrown" : "on every path", memory.Standing.Family)
            : null;
}
