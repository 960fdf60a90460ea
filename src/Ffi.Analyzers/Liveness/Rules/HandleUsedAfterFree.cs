using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1017: a handle is used after a <c>[Frees]</c> call.</summary>
internal sealed class HandleUsedAfterFree() : LivenessRule(Describe.Warning(
    DiagnosticIds.HandleUsedAfterFree,
    "A handle is used after the call that freed it",
    "'{0}' is used after '{1}' freed it. Move the use before that call."))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened is UseEvent { Release: { Kind: ReleaseKind.FreesCall } release, How: not UseKind.Store } use
            ? new(use.At, use.Of, use.Of.Name, release.By)
            : null;
}
