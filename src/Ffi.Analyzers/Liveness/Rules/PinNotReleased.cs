using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1006: a pin or add-ref is not released on some path.</summary>
internal sealed class PinNotReleased() : LivenessRule(Describe.Warning(
    DiagnosticIds.PinNotReleased,
    "A pin or add-ref is not released on some path",
    "{0} '{1}' is not released {2}. Release it in a finally block, or with using."))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened
            is LeakEvent
            {
                Of: { Kind: ResourceKind.Handle or ResourceKind.MemoryPin or ResourceKind.PinnedBuffer or ResourceKind.AddRef } pin
            } leak
            ? new(leak.At, pin, KindOf(pin), pin.Name, leak.OnException ? "when an exception is thrown" : "on every path")
            : null;

    private static string KindOf(Subject pin) =>
        pin.Kind switch
        {
            ResourceKind.Handle => "The pinning handle",
            ResourceKind.MemoryPin => "The memory pin",
            ResourceKind.PinnedBuffer => "The pinned buffer",
            _ => "The add-ref of",
        };
}
