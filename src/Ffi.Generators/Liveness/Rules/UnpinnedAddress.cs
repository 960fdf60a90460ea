using Ffi.Generators.Analysis;
using Ffi.Generators.Liveness.Engine;

namespace Ffi.Generators.Liveness.Rules;

/// <summary>FFI1002: the address of memory that the collector may move, without a pin.</summary>
internal sealed class UnpinnedAddress() : LivenessRule(Describe.Warning(
    DiagnosticIds.UnpinnedAddress,
    "The address of movable memory is taken without a pin",
    "Nothing pins what '{0}' refers to: the garbage collector may move it while the address is in use. Use a fixed statement, or a PinnedBuffer<T>."))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened is UseEvent { Fact.Resource: { Kind: ResourceKind.Movable } movable, Release: null or { Kind: not ReleaseKind.Await } }
            ? new(movable.Site, movable, movable.Name)
            : null;
}
