using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ffi.Analyzers.Headers.Reading;
using Ffi.Generators.Analysis;
using Ffi.Generators.Reading;
using Ffi.Headers.Checking;
using Ffi.Headers.Checking.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Analyzers.Headers;

/// <summary>Compares interop declarations with what C headers say, as far as the project has digests of them among its additional
/// files.</summary>
/// <remarks>It looks at a type's imports together, and reports a struct once, however many types use it.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HeaderAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => HeaderDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // A binding that a tool has written is wrong where its header was another.
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.WithGeneratedHalves);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!start.Options.AdditionalFiles.Any(HeaderFiles.IsDigest))
            {
                return;
            }

            CompilationCheck check = new(start.Options.AdditionalFiles, start.CancellationToken);
            start.RegisterAdditionalFileAction(DigestFileCheck.Report);
            start.RegisterSymbolAction(check.CheckType, SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(check.CheckLookup, SyntaxKind.InvocationExpression);
        });
    }

    /// <summary>What one compilation shares: the digests and what was read of its types.</summary>
    private sealed class CompilationCheck(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        private readonly Lazy<DeclarationChecker> _checker = new(() => new DeclarationChecker(HeaderFiles.Read(files, cancellation)));
        private readonly ShapeReader _shapes = new();
        private readonly ConcurrentDictionary<(Location, DiagnosticSeverity, string), ISymbol> _reporters = new();

        public void CheckType(SymbolAnalysisContext context)
        {
            var type = (INamedTypeSymbol)context.Symbol;
            if (!GeneratedFile.Contains(type) && DeclarationSetReader.Read(type, _shapes, () => _checker.Value.Digests) is { } declarations)
            {
                Report(_checker.Value.Check(declarations), type, context.ReportDiagnostic, context.CancellationToken);
            }
        }

        public void CheckLookup(SyntaxNodeAnalysisContext context)
        {
            if (
                context.ContainingSymbol is { } symbol
                && !GeneratedFile.Is(context.Node.SyntaxTree)
                && LookupReader.Read(context, _shapes) is { Count: > 0 } functions)
            {
                IEnumerable<Finding> findings = functions.SelectMany(function =>
                    _checker.Value.Check(new DeclarationSet { Functions = [function] }));
                Report(findings, symbol, context.ReportDiagnostic, context.CancellationToken);
            }
        }

        // A struct is compared wherever it is used, and reported by the first that finds something; an editor may ask that one again.
        private void Report(IEnumerable<Finding> findings, ISymbol reporter, Action<Diagnostic> report, CancellationToken cancellation)
        {
            HashSet<(Location, string)> reported = [];
            foreach (Finding finding in findings)
            {
                if (
                    FindingLocation.Of(finding, reporter, cancellation) is { } diagnostic
                    && SymbolEqualityComparer.Default.Equals(
                        _reporters.GetOrAdd((diagnostic.Location, diagnostic.Severity, finding.FullMessage), reporter),
                        reporter)
                    && reported.Add((diagnostic.Location, finding.FullMessage)))
                {
                    report(diagnostic);
                }
            }
        }
    }
}
