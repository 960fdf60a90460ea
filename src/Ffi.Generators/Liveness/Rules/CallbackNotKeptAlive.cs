using Ffi.Generators.Analysis;
using Ffi.Generators.Liveness.Engine;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Liveness.Rules;

/// <summary>FFI1008: native code calls a delegate that nothing keeps alive.</summary>
internal sealed class CallbackNotKeptAlive() : LivenessRule(Describe.Warning(
    DiagnosticIds.CallbackNotKeptAlive,
    "A callback that nothing keeps alive",
    "Nothing keeps the delegate '{0}' alive while {1} can call it. Keep it in a field or a NativeCallback<T>, or call GC.KeepAlive after the last native use."))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened switch
        {
            NativeArgumentEvent { Fact: { Role: Role.Address, Resource: { Kind: ResourceKind.Delegate } made }, IsOwnerAlive: false } passed =>
                new(made.Thunk ?? passed.At, made, made.Name, $"'{passed.Function}'") { Instead = TypeToKeep(made, passed.Lifetime.IsRetained) },
            OwnerLostEvent { Resource: { Kind: ResourceKind.Delegate } made } lost => new(lost.At, made, made.Name, "native code") { Instead = TypeToKeep(made, isRetained: true) },
            RetentionBrokenEvent { Resource: { Kind: ResourceKind.Delegate } made } broken => new(broken.At, made, made.Name, "native code"),
            UseEvent { Fact: { Role: Role.Address, Resource: { Kind: ResourceKind.Delegate } made }, Release.Kind: ReleaseKind.Unpin } use => new(use.At, made, made.Name, $"'{use.Target}'"),
            _ => null,
        };

    // A pointer that native code keeps has no one place where its delegate would be kept.
    private static string? TypeToKeep(Resource made, bool isRetained) =>
        isRetained && made.Thunk is not null ? null : made.Type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
