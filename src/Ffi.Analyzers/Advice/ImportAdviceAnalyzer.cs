using System.Collections.Immutable;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Analyzers.Advice;

/// <summary>FFI2001: an import that could be a <c>[NativeFunction]</c>, and would mean the same. FFI2006: one that would not, and
/// why.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ImportAdviceAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_convertible = Describe.Info(
        DiagnosticIds.CouldBeNativeFunction,
        "Import could be a native function",
        "'{0}' can be a [NativeFunction] with the same meaning. Convert the declaration.");

    private static readonly DiagnosticDescriptor s_obstructed = Describe.Info(
        DiagnosticIds.ImportStays,
        "Import can't be converted as it is",
        "'{0}' stays an import: {1}.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_convertible, s_obstructed];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            // Without the library there is nothing to convert to.
            if (start.Compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name == "Ffi"))
            {
                string? obstacle = ProjectRules.FindObstacle(start.Compilation, start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
                start.RegisterSymbolAction(symbol => Analyze(symbol, obstacle), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, string? projectObstacle)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        (IMethodSymbol Method, ImportReading Reading)[] imports =
        [
            .. type.GetMembers().OfType<IMethodSymbol>()
                .Where(static method => method.IsExtern || method.IsPartialDefinition)
                .Select(method => (method, ImportReader.Read(method, context.CancellationToken)))
                .Where(static import => import.Item2 != default),
        ];
        if (imports.Length == 0)
        {
            return;
        }

        string? typeObstacle = projectObstacle ?? ImportTypeRules.FindObstacle(type);
        string? library =
            ImportTypeRules.LibraryOf(type)
            ?? ImportTypeRules.MostNamed(imports.Select(static import => import.Reading.Import?.Library).OfType<string>());
        foreach ((IMethodSymbol method, ImportReading reading) in imports)
        {
            string? obstacle =
                typeObstacle
                ?? reading.Obstacle
                ?? (
                    reading.Import!.Library == library
                        ? null
                        : $"a type has one library, and '{type.Name}' has '{library}'. Move it to a type of its own");
            context.ReportDiagnostic(
                obstacle is null
                    ? Diagnostic.Create(s_convertible, method.Locations[0], method.Name)
                    : Diagnostic.Create(s_obstructed, method.Locations[0], method.Name, obstacle));
        }
    }
}
