using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1007: the same thing is released twice.</summary>
internal sealed class ReleasedTwice() : LivenessRule(Describe.Warning(
    DiagnosticIds.ReleasedTwice,
    "A pin, lease or native block is released twice",
    "'{0}' was already released by {1} on this path. By now it may belong to other code. Release it once, through one variable."))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened
            is ReleaseEvent
            {
                Earlier: { Kind: ReleaseKind.Unpin or ReleaseKind.NativeFree or ReleaseKind.FreesCall or ReleaseKind.Unload } earlier
            } second
            ? new(second.At, second.At, second.Of.Name, earlier.By)
            : null;
}
