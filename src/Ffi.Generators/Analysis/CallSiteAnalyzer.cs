using System.Collections.Immutable;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Analysis;

/// <summary>Reports, where a function is bound at run time, what in its delegate type can't cross, and why the call takes the slow path.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallSiteAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_notIntercepted = Describe.Info(
        DiagnosticIds.CallNotIntercepted,
        "Function is bound on the slow path",
        "'{0}' compiles its trampoline at run time: {1}.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. DeclarationDiagnostics.All, s_notIntercepted];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.WithGeneratedHalves);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.InvocationExpression);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        InvocationExpressionSyntax invocation = (InvocationExpressionSyntax)context.Node;
        if (!CallSiteReader.MayBeIntercepted(invocation)
            || context.IsGenerated()
            || context.SemanticModel.GetSymbolInfo(invocation, context.CancellationToken).Symbol is not IMethodSymbol method
            || CallSiteReader.FindDelegateArgument(method) is not { } argument)
        {
            return;
        }

        SimpleNameSyntax name = CallSiteReader.NameOf(invocation.Expression)!;
        if (argument is INamedTypeSymbol { TypeKind: TypeKind.Delegate } type)
        {
            ReportProblems(context, type, name);
        }

        if (ObstacleTo(argument, context) is { } obstacle)
        {
            context.ReportDiagnostic(Diagnostic.Create(s_notIntercepted, name.Identifier.GetLocation(), method.Name, obstacle));
        }
    }

    private static void ReportProblems(SyntaxNodeAnalysisContext context, INamedTypeSymbol type, SimpleNameSyntax name)
    {
        FunctionModel signature = DelegateReader.ReadFunction(type, TypeReader.Of(context.Compilation.Assembly));
        foreach (Problem problem in DelegatePlanner.Plan(type.Name, signature).Problems)
        {
            context.ReportDiagnostic(Diagnostic.Create(DeclarationDiagnostics.Of(problem.Id), PlaceOf(name), [.. problem.Arguments]));
        }
    }

    private static Location PlaceOf(SimpleNameSyntax name) =>
        name is GenericNameSyntax { TypeArgumentList.Arguments: [var argument] } ? argument.GetLocation() : name.GetLocation();

    private static string? ObstacleTo(ITypeSymbol type, SyntaxNodeAnalysisContext context)
    {
        if (!InterceptionReader.IsEnabled(context.Node.SyntaxTree.Options))
        {
            return $"interceptors are off. Add {InterceptionReader.Namespace} to <InterceptorsNamespaces> in the project file";
        }

        if (!InterceptionReader.AllowsUnsafe(context.Compilation))
        {
            return "unsafe code is not allowed. Set <AllowUnsafeBlocks>true</AllowUnsafeBlocks> in the project file";
        }

        return type is INamedTypeSymbol named && DelegateReader.CanBeNamed(named)
            ? null
            : $"a generated file can't name '{type.ToDisplayString()}'. Use a closed delegate type that is internal or public";
    }
}
