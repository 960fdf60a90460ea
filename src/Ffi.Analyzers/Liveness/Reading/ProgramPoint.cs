using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>An operation of a block; the last is the value that the block branches on.</summary>
internal readonly record struct ProgramPoint(BasicBlock Block, int Operation)
{
    /// <summary>Whether an exception would meet a handler of this method.</summary>
    public bool IsGuarded => Regions().Any(static region => region.Kind == ControlFlowRegionKind.Try);

    /// <summary>Whether the point is in a clean-up. That one step of it fails and skips the others is not what a finally is written
    /// for.</summary>
    public bool IsCleaningUp =>
        Regions().FirstOrDefault(static region => region.Kind is ControlFlowRegionKind.Finally or ControlFlowRegionKind.Try)?.Kind
        == ControlFlowRegionKind.Finally;

    // The root of a lambda's graph is in a region of the method's graph, which is not ours.
    private IEnumerable<ControlFlowRegion> Regions()
    {
        for (
            ControlFlowRegion? region = Block.EnclosingRegion;
            region is not null && region.Kind != ControlFlowRegionKind.Root;
            region = region.EnclosingRegion)
        {
            yield return region;
        }
    }
}
