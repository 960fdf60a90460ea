using System.Collections.Concurrent;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Whether the callers of a private method, who are all in view, use an object after the call, so that it is alive during it. One
/// for a compilation.</summary>
internal sealed class KeptObjects(Callers callers)
{
    // Private methods that call one another: beyond these nobody has been seen to keep it.
    private const int Depth = 4;

    private readonly ConcurrentDictionary<(IMethodSymbol Method, int Ordinal, int Depth), bool> _kept = new();

    /// <param name="method">The method that uses the object.</param>
    /// <param name="owner">The parameter that has it; null for <c>this</c>.</param>
    /// <param name="cancellation">Of the compilation.</param>
    public bool IsKept(IMethodSymbol? method, ISymbol? owner, CancellationToken cancellation) =>
        method is not null
        && owner is null or IParameterSymbol
        && IsKept(method, (owner as IParameterSymbol)?.Ordinal ?? -1, Depth, cancellation);

    private bool IsKept(IMethodSymbol method, int ordinal, int depth, CancellationToken cancellation) =>
        depth > 0
        && method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private }
        && _kept.GetOrAdd(
            (method.OriginalDefinition, ordinal, depth),
            key =>
                callers.Of(key.Method, cancellation) is { Length: > 0 } calls
                && calls.All(call => Keeps(call, key.Ordinal, key.Depth, cancellation)));

    private bool Keeps(IInvocationOperation call, int ordinal, int depth, CancellationToken cancellation)
    {
        IOperation? owner = ordinal < 0 ? call.Instance : call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal)?.Value;
        (bool isVariable, ISymbol? variable) = owner switch
        {
            IInstanceReferenceOperation => (true, null),
            ILocalReferenceOperation local => (true, (ISymbol?)local.Local),
            IParameterReferenceOperation parameter => (true, parameter.Parameter),
            _ => (false, null),
        };
        if (!isVariable || GraphAround(call, cancellation) is not { } graph || PointOf(call, graph) is not { } point)
        {
            return false;
        }

        if (new LaterReads(graph, call.SemanticModel!).IsRead(variable, point, call.Syntax))
        {
            return true;
        }

        // A constructor's caller waits for the object; a caller that is private itself may be kept by its own callers.
        var caller = call.SemanticModel!.GetEnclosingSymbol(call.Syntax.SpanStart, cancellation) as IMethodSymbol;
        return (variable is null && caller is { MethodKind: MethodKind.Constructor })
            || (
                variable is null or IParameterSymbol
                && caller is not null
                && IsKept(caller, (variable as IParameterSymbol)?.Ordinal ?? -1, depth - 1, cancellation));
    }

    private static ControlFlowGraph? GraphAround(IOperation call, CancellationToken cancellation)
    {
        IOperation root = call;
        while (root.Parent is { } parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return null;
            }

            root = parent;
        }

        return root switch
        {
            IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellation),
            IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellation),
            IBlockOperation body => ControlFlowGraph.Create(body, cancellation),
            _ => null,
        };
    }

    // A graph has operations of its own.
    private static ProgramPoint? PointOf(IOperation call, ControlFlowGraph graph)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            for (int i = 0; i <= block.Operations.Length; i++)
            {
                IOperation? operation = i < block.Operations.Length ? block.Operations[i] : block.BranchValue;
                if (
                    operation?.Syntax.Span.Contains(call.Syntax.Span) == true
                    && operation.DescendantsAndSelf().Any(o => o is IInvocationOperation && o.Syntax == call.Syntax))
                {
                    return new(block, i);
                }
            }
        }

        return null;
    }
}
