using Ffi.Generators.Analysis;
using Ffi.Generators.Liveness.Engine;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Liveness.Rules;

/// <summary>FFI1005: memory is used after its pin or lease has ended.</summary>
internal sealed class PinUsedAfterRelease() : LivenessRule(Describe.Warning(
    DiagnosticIds.PinUsedAfterRelease,
    "A pin is used after its release",
    "The memory of '{0}' is used after {1}, which ended its {2}. Release it after the last use."))
{
    // stream.NextOut = handle.AddrOfPinnedObject(); Deflate(); — filled anew for each call, as FFI1001 has it.
    private static bool IsStateOfACall(UseEvent use) =>
        use is { How: UseKind.Store, Target: { } target } && target.Split('.').Length > 2
        && use.At.FirstAncestorOrSelf<BlockSyntax>()?.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call.SpanStart > use.At.Span.End) == true;

    public override Finding? Judge(FlowEvent happened) =>
        happened is UseEvent { Release: { Kind: ReleaseKind.Unpin } release, Fact.Resource: { Kind: not ResourceKind.Delegate } pin } use && use.How != UseKind.Capture && !IsStateOfACall(use)
            ? new(use.At, pin, pin.Name, release.By, release.By.EndsWith("Return", StringComparison.Ordinal) ? "lease" : "pin")
            : null;
}
