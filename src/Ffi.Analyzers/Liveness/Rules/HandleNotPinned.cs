using Ffi.Analyzers.Liveness.Events;
using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1023: the address of what a handle holds, and the handle doesn't pin.</summary>
internal sealed class HandleNotPinned() : LivenessRule(Describe.Error(
    DiagnosticIds.HandleNotPinned,
    "AddrOfPinnedObject of a handle that isn't pinned",
    "The handle '{0}' doesn't pin its object, so it has no address and this call throws. Allocate it with GCHandleType.Pinned."))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened is NotPinnedEvent asked ? new(asked.At, asked.Of, asked.Of.Name) { Origin = asked.Of.Resource.Site } : null;
}
