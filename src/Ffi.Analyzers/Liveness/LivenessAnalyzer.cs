using System.Collections.Immutable;
using Ffi.Analyzers.Advice;
using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Knowledge;
using Ffi.Analyzers.Liveness.Reading;
using Ffi.Analyzers.Liveness.Rules;
using Ffi.Analyzers.Liveness.Walking;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Analyzers.Liveness;

/// <summary>Walks each method that touches interop once, and shows what happens there to every rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LivenessAnalyzer : DiagnosticAnalyzer
{
    // A minute of a core on the worst programs (0.1 ms a step), and twenty times what 160,000 lines of code full of interop take: NAudio
    // takes 23,000.
    private const int StepsOfACompilation = 500_000;

    private static readonly ImmutableDictionary<string, string?> s_noProperties = ImmutableDictionary<string, string?>.Empty;

    private readonly Func<Doubt, bool> _heeds;
    private readonly Func<int, int>? _order;
    private readonly Func<StepBudget> _budget;

    /// <summary>An analyzer as the compiler runs it.</summary>
    public LivenessAnalyzer() : this(static _ => true, null)
    {
    }

    /// <param name="heeds">Which doubts count.</param>
    /// <param name="order">In which order states are walked on.</param>
    /// <param name="budget">How many steps a compilation may take.</param>
    internal LivenessAnalyzer(Func<Doubt, bool> heeds, Func<int, int>? order, Func<StepBudget>? budget = null) =>
        (_heeds, _order, _budget) = (heeds, order, budget ?? (static () => new(StepsOfACompilation)));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [.. Judgement.Rules.Select(static rule => rule.Descriptor), .. CallAdvice.All];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.WithGeneratedHalves);
        context.RegisterCompilationStartAction(start =>
        {
            var lifetimes = LifetimeFile.Read(start.Options.AdditionalFiles, start.CancellationToken);
            var signatures = new SignatureReader(lifetimes);
            var program = new ProgramKnowledge(
                signatures,
                new MethodSummaries(),
                new CallReach(start.Compilation, signatures),
                new Callers(start.Compilation),
                _heeds);
            var touches = InteropTouch.Of(start.Compilation, lifetimes, start.CancellationToken);
            StepBudget budget = _budget();
            start.RegisterCodeBlockAction(block =>
            {
                if (!block.IsGenerated() && touches.IsIn(block.CodeBlock))
                {
                    var walk = new MethodWalk(block.SemanticModel, program, () => new(budget, _order), block.CancellationToken);
                    foreach (
                        (LivenessRule rule, Finding finding) in Judgement.Of(
                            walk.Of(block.CodeBlock, block.OwningSymbol as IMethodSymbol),
                            _heeds))
                    {
                        block.ReportDiagnostic(DiagnosticOf(rule, finding));
                    }

                    CallAdvice.Report(block, signatures);
                }
            });
        });
    }

    private static Diagnostic DiagnosticOf(LivenessRule rule, Finding finding)
    {
        Location[] origin = finding.Origin is { } made ? [made.GetLocation()] : [];
        ImmutableDictionary<string, string?> properties = finding.Instead is { } instead
            ? s_noProperties.Add(FixProperties.Instead, instead)
            : s_noProperties;
        return Diagnostic.Create(rule.Descriptor, finding.At.GetLocation(), origin, properties, finding.Arguments);
    }
}
