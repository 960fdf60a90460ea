using System.Collections.Immutable;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Generators.Analysis;

/// <summary>Reports, where a function is bound at run time, what in its delegate type can't be passed, and why no generated code
/// serves it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallSiteAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_notIntercepted = Describe.Info(
        DiagnosticIds.CallNotIntercepted,
        "Function is bound on the slow path",
        "'{0}' compiles its trampoline at run time: {1}.");

    private static readonly DiagnosticDescriptor s_needsGeneratedCode = Describe.Error(
        DiagnosticIds.BindingNeedsGeneratedCode,
        "Marshaller needs generated code",
        "{0} of '{1}' {2}, which needs generated code, and generated code can't be used here: {3}.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [.. DeclarationDiagnostics.All, s_notIntercepted, s_needsGeneratedCode];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.WithGeneratedHalves);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(AnalyzeCall, SyntaxKind.InvocationExpression);
        context.RegisterOperationAction(AnalyzeReference, OperationKind.MethodReference);
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context)
    {
        InvocationExpressionSyntax invocation = (InvocationExpressionSyntax)context.Node;
        if (!CallSiteReader.MayBeIntercepted(invocation)
            || context.IsGenerated()
            || context.SemanticModel.GetSymbolInfo(invocation, context.CancellationToken).Symbol is not IMethodSymbol method
            || CallSiteReader.FindDelegateArgument(method) is not { } argument)
        {
            return;
        }

        string? obstacle = ObstacleTo(argument, context.Compilation, invocation.SyntaxTree);
        Report(method, argument, CallSiteReader.NameOf(invocation.Expression)!, obstacle, context.Compilation, context.ReportDiagnostic);
    }

    // A method group may be called anywhere, so there is no call to replace.
    private static void AnalyzeReference(OperationAnalysisContext context)
    {
        IMethodReferenceOperation reference = (IMethodReferenceOperation)context.Operation;
        if (CallSiteReader.FindDelegateArgument(reference.Method) is { } argument
            && reference.Syntax is ExpressionSyntax syntax
            && CallSiteReader.NameOf(syntax) is { } name)
        {
            string obstacle = ObstacleTo(argument, context.Compilation, syntax.SyntaxTree)
                ?? $"'{reference.Method.Name}' is passed on and not called. Write a lambda that calls it";
            Report(reference.Method, argument, name, obstacle, context.Compilation, context.ReportDiagnostic);
        }
    }

    private static void Report(
        IMethodSymbol method,
        ITypeSymbol argument,
        SimpleNameSyntax name,
        string? obstacle,
        Compilation compilation,
        Action<Diagnostic> report)
    {
        if (argument is INamedTypeSymbol { TypeKind: TypeKind.Delegate } type)
        {
            FunctionModel signature = DelegateReader.ReadFunction(type, TypeReader.Of(compilation.Assembly));
            foreach (Problem problem in DelegatePlanner.Plan(type.Name, signature).Problems)
            {
                report(Diagnostic.Create(DeclarationDiagnostics.Of(problem.Id), PlaceOf(name), [.. problem.Arguments]));
            }

            if (obstacle is not null && (MarshalledPartOf(signature) ?? ConvertedPartOf(signature)) is { } part)
            {
                string reason = MarshalledPartOf(signature) is null ? "is converted field by field" : "has a custom marshaller";
                report(Diagnostic.Create(s_needsGeneratedCode, PlaceOf(name), part, type.ToDisplayString(), reason, obstacle));
                return;
            }
        }

        if (obstacle is not null)
        {
            report(Diagnostic.Create(s_notIntercepted, name.Identifier.GetLocation(), method.Name, obstacle));
        }
    }

    // What code that is compiled at run time can't do.
    private static string? MarshalledPartOf(FunctionModel signature) =>
        signature.Parameters.FirstOrDefault(static parameter => parameter.Marshaller is not null) is { } parameter
            ? $"Parameter '{parameter.Name}'"
        : signature.ReturnMarshaller is not null ? "The result"
        : null;

    private static string? ConvertedPartOf(FunctionModel signature) =>
        signature.Parameters.FirstOrDefault(static parameter =>
            StructurePlanner.IsConverted(parameter) || ConvertedPlanner.IsConverted(parameter))
            is { } parameter
            ? $"Parameter '{parameter.Name}'"
        : signature.Return.Counterpart is { IsClass: false, Fault: FieldFault.None } && signature.ReturnMarshalAs is null ? "The result"
        : null;

    private static Location PlaceOf(SimpleNameSyntax name) =>
        name is GenericNameSyntax { TypeArgumentList.Arguments: [var argument] } ? argument.GetLocation() : name.GetLocation();

    private static string? ObstacleTo(ITypeSymbol type, Compilation compilation, SyntaxTree tree)
    {
        if (!InterceptionReader.IsEnabled(tree.Options))
        {
            return $"interceptors are off. Add {InterceptionReader.Namespace} to <InterceptorsNamespaces> in the project file";
        }

        if (!InterceptionReader.AllowsUnsafe(compilation))
        {
            return "unsafe code is not allowed. Set <AllowUnsafeBlocks>true</AllowUnsafeBlocks> in the project file";
        }

        return type is not INamedTypeSymbol named ? $"'{type.ToDisplayString()}' is a type parameter. Use a closed delegate type"
            : !DelegateReader.CanBeNamedInPeace(SurroundingsReader.Read([named], compilation))
                ? $"a generated file can't name '{type.ToDisplayString()}': it is obsolete, or behind an extern alias"
            : DelegateReader.CanBeNamed(named) || DelegateReader.HasNamedSignature(named) ? null
            : $"the signature of '{type.ToDisplayString()}' has types that a generated file can't name. Make them internal or public";
    }
}
