using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ffi.Analyzers.Liveness.Walking;

/// <summary>The blocks that ask whether a loop has another turn, each with the last block of its loop. A loop that runs before it asks has
/// none.</summary>
internal sealed class LoopHeads
{
    private readonly Dictionary<int, int> _ends = [];

    public LoopHeads(ControlFlowGraph graph)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (
                ControlFlowBranch? branch in (ImmutableArray<ControlFlowBranch?>)[block.FallThroughSuccessor, block.ConditionalSuccessor])
            {
                if (branch?.Destination is { ConditionalSuccessor: not null } head && head.Ordinal < block.Ordinal)
                {
                    _ends[head.Ordinal] = Math.Max(block.Ordinal, _ends.TryGetValue(head.Ordinal, out int end) ? end : 0);
                }
            }
        }
    }

    /// <summary>Whether a branch comes to a loop from outside.</summary>
    public bool IsEntry(ControlFlowBranch branch) =>
        branch.Destination is { } head
        && _ends.TryGetValue(head.Ordinal, out int end)
        && (branch.Source.Ordinal < head.Ordinal || branch.Source.Ordinal > end);

    /// <summary>Whether a branch of the head leaves the loop.</summary>
    public bool IsExit(ControlFlowBranch branch) =>
        _ends.TryGetValue(branch.Source.Ordinal, out int end)
        && branch.Destination is { } destination
        && (destination.Ordinal > end || destination.Ordinal < branch.Source.Ordinal);
}
