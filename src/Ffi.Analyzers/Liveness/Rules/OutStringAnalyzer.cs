using System.Collections.Immutable;
using Ffi.Generators.Analysis;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1020, its other half: a native function that is declared to write into a <c>string</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutStringAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [PinnedStringWritten.Written];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.WithGeneratedHalves);
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (
            (method.GetDllImportData() is null && FunctionReader.FindAttribute(method) is null)
            || method.PartialDefinitionPart is not null
            || context.IsGenerated())
        {
            return;
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (
                parameter is { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_String }
                && parameter.Find(AttributeReader.Interop, "OutAttribute") is not null)
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        PinnedStringWritten.Written,
                        parameter.Locations[0],
                        $"'{method.Name}' writes into the string '{parameter.Name}'"));
            }
        }
    }
}
