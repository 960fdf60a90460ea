using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Benchmarks.Generators;

/// <summary>Looks at nothing and says nothing: what is left is what any analyzer costs.</summary>
[SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1001", Justification = "It is never loaded from this assembly.")]
internal sealed class IdleAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("IDLE", "Idle", "Nothing is said.", "Idle", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCodeBlockAction(static _ => { });
    }
}
