using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1005: a pin, a lease or an address in it is used after its release.</summary>
internal sealed class PinUsedAfterRelease() : LivenessRule(Describe.Warning(
    DiagnosticIds.PinUsedAfterRelease,
    "A pin is used after its release",
    "The memory of '{0}' is used after {1}, which ended its {2}. Release it after the last use."))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened is UseEvent { Release: { Kind: ReleaseKind.Unpin } release, Of: { IsCallback: false } pin, How: not UseKind.Capture } use
            ? new Finding(use.At, pin, pin.Name, release.By, release.By.EndsWith("Return", StringComparison.Ordinal) ? "lease" : "pin").If(
                use.How == UseKind.Store && CallState.Is(use.Into, use.At.FirstAncestorOrSelf<BlockSyntax>(), use.At),
                DoubtList.StateOfACall)
            : null;
}
