using System.Collections.Immutable;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Analysis;

/// <summary>Reports why a declaration can't be bound: FFI0001 and on. Reads and plans as the generator does, so that the two
/// agree.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FunctionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DeclarationDiagnostics.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.WithGeneratedHalves);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeLibrary, SymbolKind.NamedType);
        context.RegisterSymbolAction(AnalyzeMethod, SymbolKind.Method);
        context.RegisterSymbolAction(AnalyzeStrayVariable, SymbolKind.Property);
        context.RegisterSyntaxNodeAction(AnalyzeLocal, SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression);
    }

    private static void AnalyzeLibrary(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (LibraryReader.FindAttribute(type) is not { } attribute || context.IsGenerated())
        {
            return;
        }

        foreach (
            (Problem problem, Location location) in LibraryProblems.Find(type, attribute, context.Compilation, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(DeclarationDiagnostics.Of(problem.Id), location, [.. problem.Arguments]));
        }
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context)
    {
        if (!context.IsGenerated())
        {
            AnalyzeStray((IMethodSymbol)context.Symbol, context.ReportDiagnostic);
        }
    }

    private static void AnalyzeStrayVariable(SymbolAnalysisContext context)
    {
        IPropertySymbol property = (IPropertySymbol)context.Symbol;
        if (!context.IsGenerated()
            && property.PartialDefinitionPart is null
            && VariableReader.FindAttribute(property) is { } attribute
            && (!property.ExplicitInterfaceImplementations.IsEmpty || LibraryReader.FindAttribute(property.ContainingType) is null))
        {
            string reason = property.ExplicitInterfaceImplementations.IsEmpty
                ? $"'{property.ContainingType.Name}' is not a library. Put [NativeLibrary] on it"
                : "it implements an interface explicitly. Declare a property of the type itself";
            context.ReportDiagnostic(
                Diagnostic.Create(
                    DeclarationDiagnostics.Of(ProblemId.VariableUnfit),
                    ProblemLocation.Of(ProblemSite.Function, property, attribute),
                    property.Name,
                    reason));
        }
    }

    private static void AnalyzeLocal(SyntaxNodeAnalysisContext context)
    {
        ISymbol? symbol = context.Node switch
        {
            LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } local => context.SemanticModel.GetDeclaredSymbol(
                local,
                context.CancellationToken),
            LambdaExpressionSyntax { AttributeLists.Count: > 0 } lambda => context
                .SemanticModel.GetSymbolInfo(lambda, context.CancellationToken)
                .Symbol,
            _ => null,
        };
        if (symbol is IMethodSymbol method && !context.IsGenerated())
        {
            AnalyzeStray(method, context.ReportDiagnostic);
        }
    }

    private static void AnalyzeStray(IMethodSymbol method, Action<Diagnostic> report)
    {
        if (StrayProblems.Find(method) is { } found)
        {
            report(Diagnostic.Create(DeclarationDiagnostics.Of(found.Problem.Id), found.Location, [.. found.Problem.Arguments]));
        }
    }
}
