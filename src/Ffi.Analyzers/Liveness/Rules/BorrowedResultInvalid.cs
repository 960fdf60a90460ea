using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1016: a borrowed result is used after it became invalid.</summary>
internal sealed class BorrowedResultInvalid() : LivenessRule(Describe.Warning(
    DiagnosticIds.BorrowedResultInvalid,
    "A borrowed result is used after it became invalid",
    "The result of '{0}' points into memory that {1}. Copy the result before that, or use it earlier."))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened switch
        {
            UseEvent { Release: { Kind: ReleaseKind.Invalidated } release, Of: { Kind: ResourceKind.Borrowed } borrowed } use =>
                new(use.At, borrowed, borrowed.Name, $"{release.By} has invalidated"),
            NativeArgumentEvent { IsOwnerAlive: false, Of: { Kind: ResourceKind.Borrowed } borrowed } passed
                when borrowed.Standing.Targets.Any(t => t.Kind == ResourceKind.SafeHandle) =>
                new(passed.At, borrowed, borrowed.Name, "its owner may have freed by now, because it is not used any more"),
            _ => null,
        };
}
