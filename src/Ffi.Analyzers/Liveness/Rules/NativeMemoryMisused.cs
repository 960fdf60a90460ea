using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1014: native memory is used after free, or freed by the wrong family.</summary>
internal sealed class NativeMemoryMisused() : LivenessRule(Describe.Warning(
    DiagnosticIds.NativeMemoryMisused,
    "Native memory is used after free, or freed by the wrong function",
    "'{0}' {1}."))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened switch
        {
            UseEvent { Release: { Kind: ReleaseKind.NativeFree } release, How: not UseKind.Store } use => new(
                use.At,
                use.Of,
                use.Of.Name,
                $"is used after {release.By} freed it; free it after the last use"),
            ReleaseEvent
            {
                Earlier: null,
                Family: { Length: > 0 } family,
                Of: { Kind: ResourceKind.NativeMemory, Standing.Family: { Length: > 0 } own } memory
            } freed when family != own => new(
                freed.At,
                memory,
                memory.Name,
                $"is freed by {freed.By}, but memory of its allocator is freed by {own}; call {own}")
            {
                Instead = own,
            },
            _ => null,
        };
}
