using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1008: native code calls a delegate that nothing keeps alive.</summary>
internal sealed class CallbackNotKeptAlive() : LivenessRule(Describe.Warning(
    DiagnosticIds.CallbackNotKeptAlive,
    "A callback that nothing keeps alive",
    "{0}. {1}."))
{
    private const string Keep = "Keep it in a field or a NativeCallback<T>, or call GC.KeepAlive after the last native use";

    public override Finding? Judge(FlowEvent happened) =>
        happened switch
        {
            NativeArgumentEvent { Role: Role.Address, Of: { Kind: ResourceKind.Delegate } made, IsOwnerAlive: false } passed => Unkept(
                made.Standing.Thunk ?? passed.At,
                made,
                $"'{passed.Function}'"
            ) with
            {
                Instead = TypeToKeep(made, passed.Lifetime.IsRetained),
            },
            OwnerLostEvent { Of: { Kind: ResourceKind.Delegate } made } lost => Unkept(lost.At, made, "native code") with
            {
                Instead = TypeToKeep(made, isRetained: true),
            },
            RetentionBrokenEvent { Of: { IsCallback: true } callback } broken => Disposed(broken, callback),
            UseEvent { Role: Role.Address, Of: { IsCallback: true } callback, Release.Kind: ReleaseKind.Unpin } use => new(
                use.At,
                callback,
                $"'{use.Target}' gets the address of the NativeCallback '{callback.Name}' after it was disposed",
                "Dispose it after the last use"),
            _ => null,
        };

    private static Finding Unkept(SyntaxNode at, Subject made, string caller) =>
        new(at, made, $"Nothing keeps the delegate '{made.Name}' alive while {caller} can call it", Keep);

    // Only what is disposed ends by itself: a NativeCallback.
    private static Finding Disposed(RetentionBrokenEvent broken, Subject callback)
    {
        string when = broken.OnException ? "When an exception is thrown, the" : "The";
        string repair = broken.Retained.Until is not { } symbol ? "Keep it for as long as native code can call it, in a field"
            : broken.OnException ? $"Call '{symbol}' in a finally block, before it is disposed"
            : $"Dispose it after the call of '{symbol}'";
        return new(broken.At, callback, $"{when} NativeCallback '{callback.Name}' is disposed while native code can still call it", repair)
        {
            OnException = broken.OnException,
        };
    }

    // A pointer that native code keeps has no one place where its delegate would be kept.
    private static string? TypeToKeep(Subject made, bool isRetained) =>
        isRetained && made.Standing.Thunk is not null ? null
        : Types.IsNativeCallback(made.Standing.Type) ? null
        : made.Standing.Type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
