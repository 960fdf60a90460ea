using Ffi.Analyzers.Liveness.Apply;
using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ffi.Analyzers.Liveness.Walking;

/// <summary>Walks the paths of a control-flow graph, one state a path, and returns what happened on them. Paths that learn nothing new end;
/// past the bounds, paths are left out, which can lose a report and never makes one.</summary>
internal sealed class FlowWalker(ControlFlowGraph graph, MethodScope scope, Worklist pending)
{
    private readonly List<FlowEvent> _events = [];
    private readonly LoopHeads _loops = new(graph);

    public IReadOnlyList<FlowEvent> Walk()
    {
        pending.Add(graph.Blocks[0], FlowState.Start);
        while (pending.TryTake(out BasicBlock? block, out FlowState? state))
        {
            scope.Cancellation.ThrowIfCancellationRequested();
            Run(block!, state!);
        }

        return _events;
    }

    private void Run(BasicBlock block, FlowState state)
    {
        if (block.Kind == BasicBlockKind.Exit)
        {
            Apply(state, new Finish(IsExceptional: false));
            return;
        }

        bool isFirstTurn = state.Entering == block;
        state = Detours.HasEntered(state);
        for (int i = 0; i < block.Operations.Length; i++)
        {
            var moment = new Moment(scope, new(block, i), state);
            moment.Read(block.Operations[i]);
            state = Gather(moment, block);
            if (state.IsDead)
            {
                return;
            }
        }

        var last = new Moment(scope, new(block, block.Operations.Length), state);
        Value value = block.BranchValue is { } branchValue ? last.Read(branchValue) : Value.Unknown;
        state = Gather(last, block);
        if (block.ConditionalSuccessor is { } conditional)
        {
            Branch(block, conditional, value, state, isFirstTurn);
        }
        else if (block.FallThroughSuccessor is { } next)
        {
            if (next.Semantics == ControlFlowBranchSemantics.Return && block.BranchValue is { } returned)
            {
                state = Apply(
                    state,
                    new Return(scope.Method is { RefKind: not RefKind.None } ? Origins.OfReturned(returned, last) : value, returned.Syntax)
                );
            }

            Follow(next, state);
        }
    }

    private void Branch(BasicBlock block, ControlFlowBranch conditional, Value value, FlowState state, bool isFirstTurn)
    {
        bool conditionalWhen = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        foreach (bool outcome in (bool[])[true, false])
        {
            var assumed = new Moment(scope, new(block, block.Operations.Length), state);
            if (Conditions.Assume(block.BranchValue!, value, outcome, assumed))
            {
                ControlFlowBranch branch = outcome == conditionalWhen ? conditional : block.FallThroughSuccessor!;
                FlowState next = Gather(assumed, block);
                Follow(branch, isFirstTurn && _loops.IsExit(branch) ? Apply(next, new DoubtPath(DoubtList.NoTurn)) : next);
            }
        }
    }

    private FlowState Gather(Moment moment, BasicBlock block)
    {
        _events.AddRange(moment.Events);
        foreach (Exit exit in moment.Exits)
        {
            Unwind(block.EnclosingRegion, exit.State, exit.IsSeen);
        }

        return moment.State;
    }

    private FlowState Apply(FlowState state, Effect effect)
    {
        Applied applied = Applying.To(state, effect);
        _events.AddRange(applied.Events);
        return applied.State;
    }

    private void Follow(ControlFlowBranch branch, FlowState state)
    {
        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Regular or ControlFlowBranchSemantics.Return:
                Leave(branch, 0, state);
                break;

            case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow:
                Unwind(branch.Source.EnclosingRegion, state, isSeen: true);
                break;

            case ControlFlowBranchSemantics.StructuredExceptionHandling when state.Continuation is { } continuation:
                state = Detours.Resume(state);
                if (continuation.Branch is { } rest)
                {
                    Leave(rest, continuation.NextRegion, state);
                }
                else
                {
                    Unwind(continuation.UnwindFrom, state, continuation.IsSeen);
                }

                break;
        }
    }

    private void Leave(ControlFlowBranch branch, int from, FlowState state)
    {
        for (int i = from; i < branch.LeavingRegions.Length; i++)
        {
            ControlFlowRegion region = branch.LeavingRegions[i];
            state = Apply(state, new Leave(region));
            if (region.Kind == ControlFlowRegionKind.TryAndFinally
                && branch.FinallyRegions.FirstOrDefault(f => f.EnclosingRegion == region) is { } cleanup)
            {
                pending.Add(
                    graph.Blocks[cleanup.FirstBlockOrdinal],
                    Detours.Suspend(state, new(branch, i + 1, null, true, state.Continuation)));
                return;
            }
        }

        if (branch.Destination is { } destination)
        {
            pending.Add(destination, _loops.IsEntry(branch) ? Detours.Enter(state, destination) : state);
        }
    }

    private void Unwind(ControlFlowRegion? from, FlowState state, bool isSeen)
    {
        state = Detours.Throw(state);
        // The root of a lambda's graph is in a region of the method's graph, which is not ours.
        for (ControlFlowRegion? region = from; region is not null && region != graph.Root; region = region.EnclosingRegion)
        {
            state = Apply(state, new Leave(region));
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } guarded)
            {
                continue;
            }

            if (guarded.Kind == ControlFlowRegionKind.TryAndFinally)
            {
                ControlFlowRegion cleanup = guarded.NestedRegions.First(static r => r.Kind == ControlFlowRegionKind.Finally);
                pending.Add(
                    graph.Blocks[cleanup.FirstBlockOrdinal],
                    Detours.Suspend(state, new(null, 0, guarded.EnclosingRegion, isSeen, state.Continuation)));
                return;
            }

            foreach (ControlFlowRegion handler in guarded.NestedRegions.Where(r => r != region))
            {
                pending.Add(graph.Blocks[handler.FirstBlockOrdinal], state);
            }

            if (guarded.NestedRegions.Any(Handlers.CatchesEverything))
            {
                return;
            }
        }

        if (isSeen)
        {
            Apply(state, new Finish(IsExceptional: true));
        }
    }
}
