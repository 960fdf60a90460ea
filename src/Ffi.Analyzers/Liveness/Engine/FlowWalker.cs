using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ffi.Analyzers.Liveness.Engine;

/// <summary>Walks the paths of a control-flow graph, one state a path. Paths that learn nothing new end; past the bounds, paths are left
/// out, which can lose a report and never makes one.</summary>
internal sealed class FlowWalker(ControlFlowGraph graph, MethodScope scope)
{
    private const int StatesPerBlock = 24;
    private const int Steps = 2_500;

    private readonly Queue<(BasicBlock Block, FlowState State)> pending = new();
    private readonly Dictionary<int, List<FlowState>> seen = [];

    public void Walk()
    {
        var evaluator = new Evaluator(graph, scope, Throw);
        Reach(graph.Blocks[0], new());
        for (int step = 0; step < Steps && pending.Count > 0; step++)
        {
            scope.Cancellation.ThrowIfCancellationRequested();
            (BasicBlock block, FlowState state) = pending.Dequeue();
            Run(evaluator, block, state.Clone());
        }
    }

    private void Run(Evaluator evaluator, BasicBlock block, FlowState state)
    {
        if (block.Kind == BasicBlockKind.Exit)
        {
            evaluator.End(state, isExceptional: false);
            return;
        }

        for (int i = 0; i < block.Operations.Length; i++)
        {
            evaluator.MoveTo(block, i);
            evaluator.Evaluate(block.Operations[i], state);
            if (state.IsDead)
            {
                return;
            }
        }

        evaluator.MoveTo(block, block.Operations.Length);
        Value value = block.BranchValue is { } branchValue ? evaluator.Evaluate(branchValue, state) : Value.Unknown;
        if (block.ConditionalSuccessor is { } conditional)
        {
            bool conditionalWhen = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            foreach (bool outcome in (bool[])[true, false])
            {
                FlowState taken = state.Clone();
                if (evaluator.Assume(block.BranchValue!, value, outcome, taken))
                {
                    Follow(outcome == conditionalWhen ? conditional : block.FallThroughSuccessor!, taken, evaluator);
                }
            }
        }
        else if (block.FallThroughSuccessor is { } next)
        {
            if (next.Semantics == ControlFlowBranchSemantics.Return && block.BranchValue is not null)
            {
                state.Returned = value;
                state.ReturnSite = block.BranchValue.Syntax;
            }

            Follow(next, state, evaluator);
        }
    }

    private void Follow(ControlFlowBranch branch, FlowState state, Evaluator evaluator)
    {
        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Regular or ControlFlowBranchSemantics.Return:
                Leave(branch, 0, state, evaluator);
                break;

            case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow:
                Unwind(branch.Source.EnclosingRegion, state, isSeen: true, evaluator);
                break;

            case ControlFlowBranchSemantics.StructuredExceptionHandling when state.Continuation is { } continuation:
                state.Continuation = continuation.Outer;
                if (continuation.Branch is { } rest)
                {
                    Leave(rest, continuation.NextRegion, state, evaluator);
                }
                else
                {
                    Unwind(continuation.UnwindFrom, state, continuation.IsSeen, evaluator);
                }

                break;
        }
    }

    private void Leave(ControlFlowBranch branch, int from, FlowState state, Evaluator evaluator)
    {
        for (int i = from; i < branch.LeavingRegions.Length; i++)
        {
            ControlFlowRegion region = branch.LeavingRegions[i];
            evaluator.LeaveRegion(region, state);
            if (region.Kind == ControlFlowRegionKind.TryAndFinally
                && branch.FinallyRegions.FirstOrDefault(f => f.EnclosingRegion == region) is { } cleanup)
            {
                state.Continuation = new(branch, i + 1, null, true, state.Continuation);
                Reach(graph.Blocks[cleanup.FirstBlockOrdinal], state);
                return;
            }
        }

        if (branch.Destination is { } destination)
        {
            Reach(destination, state);
        }
    }

    // An exception that leaves an operation. One that is only possible is followed into handlers, not out of the method.
    private void Throw(BasicBlock block, FlowState state, bool isSeen, Evaluator evaluator) =>
        Unwind(block.EnclosingRegion, state.Clone(), isSeen, evaluator);

    private void Unwind(ControlFlowRegion? from, FlowState state, bool isSeen, Evaluator evaluator)
    {
        state.IsExceptional = true;
        // The root of a lambda's graph lies in a region of the method's graph, which is not ours.
        for (ControlFlowRegion? region = from; region is not null && region != graph.Root; region = region.EnclosingRegion)
        {
            evaluator.LeaveRegion(region, state);
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } guarded)
            {
                continue;
            }

            if (guarded.Kind == ControlFlowRegionKind.TryAndFinally)
            {
                ControlFlowRegion cleanup = guarded.NestedRegions.First(r => r.Kind == ControlFlowRegionKind.Finally);
                state.Continuation = new(null, 0, guarded.EnclosingRegion, isSeen, state.Continuation);
                Reach(graph.Blocks[cleanup.FirstBlockOrdinal], state);
                return;
            }

            foreach (ControlFlowRegion handler in guarded.NestedRegions.Where(r => r != region))
            {
                Reach(graph.Blocks[handler.FirstBlockOrdinal], state.Clone());
            }

            if (guarded.NestedRegions.Any(CatchesEverything))
            {
                return;
            }
        }

        if (isSeen)
        {
            evaluator.End(state, isExceptional: true);
        }
    }

    private static bool CatchesEverything(ControlFlowRegion region) =>
        region.Kind == ControlFlowRegionKind.Catch
        && (region.ExceptionType is null || region.ExceptionType.SpecialType == SpecialType.System_Object
            || region.ExceptionType is { Name: "Exception", ContainingNamespace.Name: "System" });

    private void Reach(BasicBlock block, FlowState state)
    {
        if (!seen.TryGetValue(block.Ordinal, out List<FlowState>? states))
        {
            seen[block.Ordinal] = states = [];
        }

        // A path without an exception is walked even where one with an exception knows the same: a report must not blame the exception then.
        if (states.Count < StatesPerBlock && !states.Exists(earlier => earlier.Equals(state) && (state.IsExceptional || !earlier.IsExceptional)))
        {
            states.Add(state);
            pending.Enqueue((block, state));
        }
    }
}
