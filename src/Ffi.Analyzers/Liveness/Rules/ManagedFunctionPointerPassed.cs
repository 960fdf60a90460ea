using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1021: a managed function pointer goes to native code.</summary>
internal sealed class ManagedFunctionPointerPassed()
    : LivenessRule(
        Describe.Warning(
            DiagnosticIds.ManagedFunctionPointerPassed,
            "A managed function pointer is passed as a native one",
            "'&{0}' is the address of managed code, which native code can't call. Mark the method [UnmanagedCallersOnly] and take a delegate* unmanaged of it."
        ))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened switch
        {
            NativeArgumentEvent { Of: { Kind: ResourceKind.ManagedCode } code } passed => new(passed.At, code, code.Name),
            UseEvent { How: UseKind.ToNative, Of: { Kind: ResourceKind.ManagedCode } code } use => new(use.At, code, code.Name),
            _ => null,
        };
}
