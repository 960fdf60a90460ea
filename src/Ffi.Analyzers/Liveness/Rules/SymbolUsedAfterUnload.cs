using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1018: a symbol is used after its module was unloaded.</summary>
internal sealed class SymbolUsedAfterUnload() : LivenessRule(Describe.Warning(
    DiagnosticIds.SymbolUsedAfterUnload,
    "A symbol is used after its module was unloaded",
    "A symbol of '{0}' is used after {1} unloaded the module. Unload it after the last call."))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened is UseEvent { Release: { Kind: ReleaseKind.Unload } release } use
            ? new(use.At, use.Of, use.Of.Name, release.By)
            : null;
}
