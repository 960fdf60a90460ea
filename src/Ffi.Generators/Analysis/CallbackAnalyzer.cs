using System.Collections.Immutable;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Analysis;

/// <summary>Reports why a <c>[NativeCallback]</c> method or a created callback can't be called by native code: FFI0007, FFI0040, FFI0042,
/// FFI0044 and FFI0047. Reads and plans as the generator does, so that the two agree.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallbackAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DeclarationDiagnostics.Of(ProblemId.CallbackCannotCross),
        DeclarationDiagnostics.Of(ProblemId.CallbackMethodUnfit),
        DeclarationDiagnostics.Of(ProblemId.CallbackDefaultUnfit),
        DeclarationDiagnostics.Of(ProblemId.AttributeUnheeded),
        DeclarationDiagnostics.Of(ProblemId.CallbackOverloaded),
        DeclarationDiagnostics.Of(ProblemId.MemberNameTaken),
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.WithGeneratedHalves);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
        context.RegisterSyntaxNodeAction(AnalyzeLocal, SyntaxKind.LocalFunctionStatement);
        context.RegisterSyntaxNodeAction(AnalyzeCreation, SyntaxKind.InvocationExpression);
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        if (context.IsGenerated())
        {
            return;
        }

        foreach (
            (Problem problem, Location location) in CallbackProblems.Find(
                (INamedTypeSymbol)context.Symbol,
                context.Compilation,
                context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(DeclarationDiagnostics.Of(problem.Id), location, [.. problem.Arguments]));
        }
    }

    // Nothing is generated for a local function: another file can't name it.
    private static void AnalyzeLocal(SyntaxNodeAnalysisContext context)
    {
        LocalFunctionStatementSyntax syntax = (LocalFunctionStatementSyntax)context.Node;
        if (syntax.AttributeLists.Count > 0
            && context.SemanticModel.GetDeclaredSymbol(syntax, context.CancellationToken) is { } method
            && CallbackReader.FindAttribute(method) is not null
            && !context.IsGenerated())
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DeclarationDiagnostics.Of(ProblemId.CallbackMethodUnfit),
                syntax.Identifier.GetLocation(),
                method.Name,
                "it is a local function. Make it a static method of a partial type, or pass it as a delegate"));
        }
    }

    private static void AnalyzeCreation(SyntaxNodeAnalysisContext context)
    {
        if (!CallbackSiteReader.MayBeIntercepted(context.Node)
            || context.IsGenerated()
            || CallbackSiteReader.FindDelegate(context.SemanticModel, (InvocationExpressionSyntax)context.Node, context.CancellationToken)
                is not { } type)
        {
            return;
        }

        CallbackModel callback = CallbackReader.Read(type, nearer: null, TypeReader.Of(context.Compilation.Assembly));
        CallbackPlanner.TryPlan(callback, out CallbackCulprit? culprit);
        if (culprit is { IsCompilersBusiness: false })
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DeclarationDiagnostics.Of(ProblemId.CallbackCannotCross),
                CallbackSiteReader.PlaceOfDelegate((InvocationExpressionSyntax)context.Node),
                culprit.Part,
                callback.DelegateType.Replace("global::", ""),
                culprit.Type,
                culprit.Advice));
        }
        else if (culprit is null && FindProblem(callback) is { } problem)
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    DeclarationDiagnostics.Of(problem.Id),
                    CallbackSiteReader.PlaceOfDelegate((InvocationExpressionSyntax)context.Node),
                    [.. problem.Arguments]));
        }
    }

    private static Problem? FindProblem(CallbackModel callback) =>
        InteropAttributeRules.FindCallbackProblems(callback.Signature).FirstOrDefault()
        ?? (DefaultProblem.Of(callback) is { } arguments ? Problem.OfFunction(ProblemId.CallbackDefaultUnfit, arguments) : null);
}
