using Ffi.Generators.Analysis;
using Ffi.Analyzers.Liveness.Engine;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1018: a symbol is used after its module was unloaded.</summary>
internal sealed class SymbolUsedAfterUnload() : LivenessRule(Describe.Warning(
    DiagnosticIds.SymbolUsedAfterUnload,
    "A symbol is used after its module was unloaded",
    "A symbol of '{0}' is used after {1} unloaded the module. Unload it after the last call."))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened is UseEvent { Release: { Kind: ReleaseKind.Unload } release } use
            ? new(use.At, use.Fact.Resource, use.Fact.Resource.Name, release.By)
            : null;
}
