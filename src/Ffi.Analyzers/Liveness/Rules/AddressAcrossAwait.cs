using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1010: a borrowed address lives across <c>await</c> or <c>yield</c>.</summary>
internal sealed class AddressAcrossAwait()
    : LivenessRule(
        Describe.Warning(
            DiagnosticIds.AddressAcrossAwait,
            "A borrowed address lives across await or yield",
            "The address of '{0}' was taken before the {1} and is used after it, when its stack frame or pin is gone. Pin with a PinnedBuffer<T>, or take the address again."
        ))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened
            is UseEvent { Release: { Kind: ReleaseKind.Await } release, How: not (UseKind.Store or UseKind.Return), Of: { } borrowed } use
            ? new(use.At, borrowed, borrowed.Name, release.By)
            : null;
}
