using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Reading;
using Ffi.Analyzers.Liveness.Walking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness;

/// <summary>Walks a code block, and the lambdas and local functions in it, and returns what happened.</summary>
internal sealed class MethodWalk(SemanticModel model, ProgramKnowledge program, Func<Worklist> worklist, CancellationToken cancellation)
{
    private const int MostNesting = 3;

    public IReadOnlyList<FlowEvent> Of(SyntaxNode block, IMethodSymbol? method)
    {
        var events = new List<FlowEvent>();
        if (GraphOf(block) is { } graph)
        {
            Walk(graph, method, depth: 0, events);
        }

        return events;
    }

    private void Walk(ControlFlowGraph graph, IMethodSymbol? method, int depth, List<FlowEvent> events)
    {
        var scope = new MethodScope(graph, method, model, program, cancellation) { IsNested = depth > 0 };
        events.AddRange(new FlowWalker(graph, scope, worklist()).Walk());
        if (depth > MostNesting)
        {
            return;
        }

        foreach (IMethodSymbol function in graph.LocalFunctions)
        {
            Walk(graph.GetLocalFunctionControlFlowGraph(function, cancellation), function, depth + 1, events);
        }

        foreach (IFlowAnonymousFunctionOperation lambda in graph.Blocks
            .SelectMany(static b => b.BranchValue is { } value ? b.Operations.Add(value) : b.Operations)
            .SelectMany(static o => o.DescendantsAndSelf()).OfType<IFlowAnonymousFunctionOperation>())
        {
            Walk(graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellation), lambda.Symbol, depth + 1, events);
        }
    }

    private ControlFlowGraph? GraphOf(SyntaxNode block) =>
        model.GetOperation(Body(block), cancellation) switch
        {
            IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellation),
            IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellation),
            IBlockOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellation),
            IFieldInitializerOperation body => ControlFlowGraph.Create(body, cancellation),
            IPropertyInitializerOperation body => ControlFlowGraph.Create(body, cancellation),
            _ => null,
        };

    private static SyntaxNode Body(SyntaxNode block) =>
        block is BasePropertyDeclarationSyntax and PropertyDeclarationSyntax { ExpressionBody: { } expression } ? expression
        : block is IndexerDeclarationSyntax { ExpressionBody: { } indexed } ? indexed
        : block;
}
