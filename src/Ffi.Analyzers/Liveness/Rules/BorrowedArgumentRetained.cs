using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1004: memory borrowed for the call is given to native code that keeps it.</summary>
internal sealed class BorrowedArgumentRetained()
    : LivenessRule(
        Describe.Error(
            DiagnosticIds.BorrowedArgumentRetained,
            "A borrowed argument for a [Retained] parameter",
            "Native code keeps '{0}' after the call, but {1}. Pass a PinnedBuffer<T>, or native memory that stays valid until native code is done with it."
        ))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened switch
        {
            NativeArgumentEvent { Lifetime.IsRetained: true } passed when Reason(passed) is { } reason => new(
                passed.At,
                passed.At,
                passed.Parameter,
                reason),
            RetentionBrokenEvent { Of.IsCallback: false } broken => new(broken.At, broken.At, broken.Retained.Parameter, Reason(broken))
            {
                OnException = broken.OnException,
            },
            _ => null,
        };

    private const string OfFixed = "the memory is pinned only inside the fixed statement";
    private const string OfStack = "the memory is on this method's stack";

    private static string Reason(RetentionBrokenEvent broken) =>
        broken.Release.Kind switch
        {
            ReleaseKind.RegionExit => OfFixed,
            ReleaseKind.FrameExit => OfStack,
            _ =>
                $"'{broken.Of.Name}' is released by {broken.Release.By} before that{(broken.OnException ? " when an exception is thrown" : "")}",
        };

    private static string? Reason(NativeArgumentEvent passed) =>
        passed.Of?.Kind switch
        {
            // Where a call ends the keeping, it may come in time; if it doesn't, the retention is broken.
            ResourceKind.FixedRegion or ResourceKind.Stack when passed.Lifetime.Until is not null => null,
            ResourceKind.FixedRegion => OfFixed,
            ResourceKind.Stack => OfStack,
            ResourceKind.Movable => "the memory isn't pinned",
            ResourceKind.Fresh or ResourceKind.Pooled or ResourceKind.Opaque => ByType(passed),
            null => ByType(passed),
            _ => null,
        };

    // An array or a string is pinned or copied for the call only, whatever happens around it.
    private static string? ByType(NativeArgumentEvent passed) =>
        passed.IsReference ? "a by-reference argument is pinned only during the call"
        : passed.Type is IArrayTypeSymbol ? "an array is pinned only during the call"
        : passed.Type?.SpecialType == SpecialType.System_String ? "a string is copied or pinned only during the call"
        : Types.IsSpan(passed.Type) ? "a span is pinned only during the call"
        : null;
}
