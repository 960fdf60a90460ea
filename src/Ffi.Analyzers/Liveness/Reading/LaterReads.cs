using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Whether a variable may be read after a point: what the JIT goes by when it tells the collector what is alive.</summary>
internal sealed class LaterReads(ControlFlowGraph graph, SemanticModel model)
{
    private readonly Dictionary<SyntaxNode, ImmutableHashSet<ISymbol>> _captured = [];

    /// <param name="variable">A local or parameter; null for <c>this</c>.</param>
    /// <param name="call">The call during which the variable must live; reads inside it don't count.</param>
    public bool IsRead(ISymbol? variable, ProgramPoint point, SyntaxNode call)
    {
        (BasicBlock block, int operation) = point;
        if (operation < block.Operations.Length && ReadsBeside(block.Operations[operation], variable, call))
        {
            return true;
        }

        if (operation == block.Operations.Length && block.BranchValue is { } branchValue && ReadsBeside(branchValue, variable, call))
        {
            return true;
        }

        bool? rest = ReadFrom(block, operation + 1, variable);
        return rest ?? ReadInSuccessors(block, variable);
    }

    // In the same statement, what follows the call is evaluated after it; so is the object that the result is stored into.
    private bool ReadsBeside(IOperation root, ISymbol? variable, SyntaxNode call) =>
        root.DescendantsAndSelf().Any(o =>
            Reads(o, variable) && !call.Span.Contains(o.Syntax.Span)
            && (o.Syntax.SpanStart >= call.Span.End || IsStoreTarget(o)));

    private static bool IsStoreTarget(IOperation operation)
    {
        for (IOperation? at = operation; at?.Parent is { } parent; at = parent)
        {
            if (parent is IAssignmentOperation assignment)
            {
                return assignment.Target == at && at != operation;
            }

            if (parent is IInvocationOperation)
            {
                return true;
            }
        }

        return false;
    }

    // True: read. False: written first, so the value is dead. Null: neither in this block.
    private bool? ReadFrom(BasicBlock block, int start, ISymbol? variable)
    {
        for (int i = start; i < block.Operations.Length; i++)
        {
            if (ReadIn(block.Operations[i], variable) is { } decided)
            {
                return decided;
            }
        }

        return block.BranchValue is { } value && start <= block.Operations.Length ? ReadIn(value, variable) : null;
    }

    private bool? ReadIn(IOperation operation, ISymbol? variable)
    {
        bool isWritten = false;
        foreach (IOperation inner in operation.DescendantsAndSelf())
        {
            if (Reads(inner, variable))
            {
                return true;
            }

            isWritten |= variable is not null && inner is ISimpleAssignmentOperation assignment && IsVariable(assignment.Target, variable);
        }

        return isWritten ? false : null;
    }

    private bool Reads(IOperation operation, ISymbol? variable) =>
        operation switch
        {
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => variable is null,
            ILocalReferenceOperation or IParameterReferenceOperation =>
                variable is not null && IsVariable(operation, variable)
                && !(operation.Parent is ISimpleAssignmentOperation assignment && assignment.Target == operation),
            // A closure keeps what it captures.
            IFlowAnonymousFunctionOperation => variable is not null && CapturedIn(operation.Syntax).Contains(variable),
            _ => false,
        };

    private ImmutableHashSet<ISymbol> CapturedIn(SyntaxNode lambda)
    {
        if (!_captured.TryGetValue(lambda, out ImmutableHashSet<ISymbol>? captured))
        {
            _captured[lambda] = captured = Closures.CapturedIn(lambda, model);
        }

        return captured;
    }

    private static bool IsVariable(IOperation operation, ISymbol variable) =>
        operation switch
        {
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
            IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, variable),
            _ => false,
        };

    private bool ReadInSuccessors(BasicBlock block, ISymbol? variable)
    {
        var visited = new HashSet<int>();
        var pending = new Stack<BasicBlock>();
        PushNext(block);
        while (pending.Count > 0)
        {
            BasicBlock next = pending.Pop();
            if (!visited.Add(next.Ordinal))
            {
                continue;
            }

            switch (ReadFrom(next, 0, variable))
            {
                case true:
                    return true;
                case null:
                    PushNext(next);
                    break;
            }
        }

        return false;

        void PushNext(BasicBlock from)
        {
            foreach (ControlFlowBranch? branch in (ControlFlowBranch?[])[from.FallThroughSuccessor, from.ConditionalSuccessor])
            {
                if (branch?.Destination is { } destination)
                {
                    pending.Push(destination);
                }

                foreach (ControlFlowRegion cleanup in branch?.FinallyRegions ?? [])
                {
                    pending.Push(graph.Blocks[cleanup.FirstBlockOrdinal]);
                }
            }

            for (
                ControlFlowRegion? region = from.EnclosingRegion;
                region is not null && region != graph.Root;
                region = region.EnclosingRegion)
            {
                if (region.Kind == ControlFlowRegionKind.Try)
                {
                    foreach (ControlFlowRegion handler in region.EnclosingRegion!.NestedRegions.Where(r => r != region))
                    {
                        pending.Push(graph.Blocks[handler.FirstBlockOrdinal]);
                    }
                }
            }
        }
    }
}
