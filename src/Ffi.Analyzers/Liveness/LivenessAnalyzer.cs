using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ffi.Generators.Analysis;
using Ffi.Analyzers.Advice;
using Ffi.Analyzers.Liveness.Engine;
using Ffi.Analyzers.Liveness.Knowledge;
using Ffi.Analyzers.Liveness.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness;

/// <summary>Runs the flow engine once over each method that touches interop, and shows what it sees to every rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LivenessAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<LivenessRule> Rules =
    [
        new FixedPointerEscapes(), new UnpinnedAddress(), new StackAddressEscapes(), new BorrowedArgumentRetained(), new PinUsedAfterRelease(), new PinNotReleased(),
        new ReleasedTwice(), new CallbackNotKeptAlive(), new RawHandleOutlivesOwner(), new AddressAcrossAwait(), new NativeMemoryMisused(), new NativeMemoryNotFreed(),
        new BorrowedResultInvalid(), new HandleUsedAfterFree(), new SymbolUsedAfterUnload(), new LastErrorLost(), new PinnedStringWritten(),
        new ManagedFunctionPointerPassed(), new SpanWithoutNul(), new HandleNotPinned(),
    ];

    private static readonly ImmutableDictionary<string, string?> s_noProperties = ImmutableDictionary<string, string?>.Empty;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Select(rule => rule.Descriptor), .. CallAdvice.All];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.WithGeneratedHalves);
        context.RegisterCompilationStartAction(start =>
        {
            var lifetimes = LifetimeFile.Read(start.Options.AdditionalFiles, start.CancellationToken);
            var signatures = new SignatureReader(lifetimes);
            var summaries = new MethodSummaries();
            var reach = new CallReach(start.Compilation, signatures);
            var touches = InteropTouch.Of(start.Compilation, lifetimes, start.CancellationToken);
            start.RegisterCodeBlockAction(block =>
            {
                if (!block.IsGenerated() && touches.IsIn(block.CodeBlock))
                {
                    Analyze(block, signatures, summaries, reach);
                    CallAdvice.Report(block, signatures);
                }
            });
        });
    }

    private static void Analyze(CodeBlockAnalysisContext context, SignatureReader signatures, MethodSummaries summaries, CallReach reach)
    {
        var findings = new ConcurrentDictionary<(LivenessRule, object), Finding>();
        var scope = new MethodScope(context.OwningSymbol as IMethodSymbol, context.SemanticModel, signatures, summaries, reach, Judge, context.CancellationToken);
        if (GraphOf(context.CodeBlock, context.SemanticModel, context.CancellationToken) is { } graph)
        {
            Walk(graph, scope, depth: 0);
        }

        foreach (KeyValuePair<(LivenessRule Rule, object), Finding> found in findings)
        {
            Finding finding = found.Value;
            Location[] origin = finding.Origin is { } made ? [made.GetLocation()] : [];
            ImmutableDictionary<string, string?> properties = finding.Instead is { } instead ? s_noProperties.Add(FixProperties.Instead, instead) : s_noProperties;
            context.ReportDiagnostic(Diagnostic.Create(found.Key.Rule.Descriptor, finding.At.GetLocation(), origin, properties, finding.Arguments));
        }

        void Judge(FlowEvent happened)
        {
            foreach (LivenessRule rule in Rules)
            {
                if (rule.Judge(happened) is { } finding)
                {
                    object about = finding.About is Resource { Latest: { } latest } ? latest : finding.About;
                    findings.AddOrUpdate((rule, about), finding, (_, earlier) => Finding.Choose(earlier, finding));
                }
            }
        }
    }

    private static void Walk(ControlFlowGraph graph, MethodScope scope, int depth)
    {
        new FlowWalker(graph, scope).Walk();
        if (depth > 3)
        {
            return;
        }

        foreach (IMethodSymbol function in graph.LocalFunctions)
        {
            Walk(graph.GetLocalFunctionControlFlowGraph(function, scope.Cancellation), scope with { Method = function, IsNested = true }, depth + 1);
        }

        foreach (IFlowAnonymousFunctionOperation lambda in graph.Blocks
            .SelectMany(b => b.BranchValue is { } value ? b.Operations.Add(value) : b.Operations)
            .SelectMany(o => o.DescendantsAndSelf()).OfType<IFlowAnonymousFunctionOperation>())
        {
            Walk(graph.GetAnonymousFunctionControlFlowGraph(lambda, scope.Cancellation), scope with { Method = lambda.Symbol, IsNested = true }, depth + 1);
        }
    }

    private static ControlFlowGraph? GraphOf(SyntaxNode block, SemanticModel model, CancellationToken cancellation) =>
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
