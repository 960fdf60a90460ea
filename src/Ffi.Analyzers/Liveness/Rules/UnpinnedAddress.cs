using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1002: the address of memory that the collector may move, without a pin.</summary>
internal sealed class UnpinnedAddress()
    : LivenessRule(
        Describe.Warning(
            DiagnosticIds.UnpinnedAddress,
            "The address of movable memory is taken without a pin",
            "Nothing pins the memory of '{0}', so the garbage collector may move it while the address is in use. Use a fixed statement, or a PinnedBuffer<T>."
        ))
{
    // A helper that turns a span of bytes into a pointer is written for u8 literals, which don't move; its callers know.
    private static bool IsLikelyLiteral(ITypeSymbol? target) =>
        target is INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments: [{ SpecialType: SpecialType.System_Byte }] };

    public override Finding? Judge(FlowEvent happened) =>
        happened is UseEvent { Of: { Kind: ResourceKind.Movable } movable, Release: null or { Kind: not ReleaseKind.Await } } use
            ? new Finding(movable.Resource.Site, movable, movable.Name).If(
                use.How == UseKind.Return && IsLikelyLiteral(movable.Standing.Type),
                DoubtList.LikelyLiteral)
            : null;
}
