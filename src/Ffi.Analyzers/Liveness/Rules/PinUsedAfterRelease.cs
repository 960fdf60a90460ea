using Ffi.Generators.Analysis;
using Ffi.Analyzers.Liveness.Engine;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1005: memory is used after its pin or lease has ended.</summary>
internal sealed class PinUsedAfterRelease() : LivenessRule(Describe.Warning(
    DiagnosticIds.PinUsedAfterRelease,
    "A pin is used after its release",
    "The memory of '{0}' is used after {1}, which ended its {2}. Release it after the last use."))
{
    private static bool IsStateOfACall(UseEvent use) =>
        use is { How: UseKind.Store, Target: { } target } && CallState.Is(target, use.At.FirstAncestorOrSelf<BlockSyntax>(), use.At);

    public override Finding? Judge(FlowEvent happened) =>
        happened is UseEvent { Release: { Kind: ReleaseKind.Unpin } release, Fact.Resource: { IsCallback: false } pin } use && use.How != UseKind.Capture && !IsStateOfACall(use)
            ? new(use.At, pin, pin.Name, release.By, release.By.EndsWith("Return", StringComparison.Ordinal) ? "lease" : "pin")
            : null;
}
