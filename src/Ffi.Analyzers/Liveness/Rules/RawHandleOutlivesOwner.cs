using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1009: a raw handle is used while its owner may be finalized.</summary>
internal sealed class RawHandleOutlivesOwner() : LivenessRule(Describe.Warning(
    DiagnosticIds.RawHandleOutlivesOwner,
    "A raw handle outlives its owner",
    "The raw handle of '{0}' is used {1}. {2}."))
{
    private const string AddRef = "Pass the SafeHandle itself, hold it with DangerousAddRef, or dispose it after the last use";

    public override Finding? Judge(FlowEvent happened) =>
        happened switch
        {
            NativeArgumentEvent { IsOwnerAlive: false, Role: Role.Address, Of: { Kind: ResourceKind.SafeHandle } handle } passed => new(
                passed.At,
                handle,
                handle.Name,
                $"by '{passed.Function}' after the last use of its owner, which may be finalized during the call",
                AddRef),
            NativeArgumentEvent { IsOwnerAlive: false, Of: { Kind: ResourceKind.FinalizableField } field } passed => new(
                passed.At,
                passed.At,
                field.Name,
                $"by '{passed.Function}' after the last use of the object, whose finalizer may run during the call",
                $"Call GC.KeepAlive({field.Standing.Symbol?.Name ?? "this"}) after it")
            {
                Instead = field.Standing.Symbol?.Name ?? "this",
            },
            UseEvent { Release.Kind: ReleaseKind.Dispose, Role: Role.Address, Of: { Kind: ResourceKind.SafeHandle } handle } use => new(
                use.At, handle, handle.Name, "after the handle was disposed", AddRef),
            OwnerLostEvent { Of: { Kind: ResourceKind.SafeHandle } handle } lost => new(
                lost.At,
                handle,
                handle.Name,
                $"as '{lost.Target}' when nothing keeps its owner alive",
                AddRef),
            _ => null,
        };
}
