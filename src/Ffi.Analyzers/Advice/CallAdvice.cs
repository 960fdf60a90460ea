using System.Collections.Immutable;
using Ffi.Generators.Analysis;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Analyzers.Advice;

/// <summary>FFI2002–FFI2005: calls that are right, and could be cheaper or safer. Looks only at methods that touch interop.</summary>
internal static class CallAdvice
{
    private static readonly DiagnosticDescriptor s_delegate = Describe.Info(
        DiagnosticIds.CouldBeNativeDelegate,
        "Delegate of a pointer could be a native delegate",
        "Marshal calls '{0}' through a stub, which is slow. Call NativeDelegate.FromPointer<{0}>, which makes a typed trampoline.");

    private static readonly DiagnosticDescriptor s_closure = Describe.Info(
        DiagnosticIds.ClosureInLoop,
        "A closure is made for each call in a loop",
        "Each iteration allocates a new closure for '{0}'. Create the delegate once, before the loop.");

    private static readonly DiagnosticDescriptor s_pin = Describe.Info(
        DiagnosticIds.CouldBePinnedBuffer,
        "A pinned array could be a pinned buffer",
        "'{0}' is created here only to be pinned. Rent a PinnedBuffer<{1}>: it is pooled, already pinned, and throws if it is used after its end."
    );

    private static readonly DiagnosticDescriptor s_borrow = Describe.Info(
        DiagnosticIds.CouldBorrowHandle,
        "A handle is add-ref'd for each call in a loop",
        "Each iteration add-refs and releases '{0}' for '{1}'. Borrow the handle once, before the loop, and pass a BorrowedHandle<{2}>.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [s_delegate, s_closure, s_pin, s_borrow];

    public static void Report(CodeBlockAnalysisContext context, SignatureReader signatures)
    {
        foreach (InvocationExpressionSyntax call in context.CodeBlock.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (Find(call, context, signatures) is { } advice)
            {
                context.ReportDiagnostic(advice);
            }
        }
    }

    private static Diagnostic? Find(InvocationExpressionSyntax call, CodeBlockAnalysisContext context, SignatureReader signatures)
    {
        switch (call.Expression)
        {
            case MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "GetDelegateForFunctionPointer" } }:
                return OfDelegate(call, context);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Alloc" }
                when call.ArgumentList.Arguments is [{ Expression: IdentifierNameSyntax array }, { } type]
                    && type.ToString().EndsWith("Pinned", StringComparison.Ordinal):
                return OfPin(call, array, context);
            default:
                return LoopAround(call) is { } loop ? InLoop(call, loop, context, signatures) : null;
        }
    }

    private static Diagnostic? OfDelegate(InvocationExpressionSyntax call, CodeBlockAnalysisContext context) =>
        MethodOf(call, context)
            is {
                ContainingType.Name: "Marshal",
                TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } signature } type]
            }
        && Crossings.AreTheSame(signature, text => !text, isCharText: false)
        && Crossings.Booleans(signature).IsEmpty
            ? Diagnostic.Create(
                s_delegate,
                call.Expression.GetLocation(),
                type.ToMinimalDisplayString(context.SemanticModel, call.SpanStart))
            : null;

    // An array that is made only to be pinned. What comes from elsewhere has to be pinned where it is.
    private static Diagnostic? OfPin(InvocationExpressionSyntax call, IdentifierNameSyntax array, CodeBlockAnalysisContext context) =>
        MethodOf(call, context) is { ContainingType.Name: "GCHandle" }
        && context.SemanticModel.GetSymbolInfo(array, context.CancellationToken).Symbol
            is ILocalSymbol { Type: IArrayTypeSymbol { Rank: 1, ElementType: { IsUnmanagedType: true } element } } local
        && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken)
            is VariableDeclaratorSyntax { Initializer.Value: ArrayCreationExpressionSyntax { Initializer: null } }
            ? Diagnostic.Create(
                s_pin,
                call.GetLocation(),
                local.Name,
                element.ToMinimalDisplayString(context.SemanticModel, call.SpanStart))
            : null;

    private static Diagnostic? InLoop(
        InvocationExpressionSyntax call,
        StatementSyntax loop,
        CodeBlockAnalysisContext context,
        SignatureReader signatures)
    {
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            bool isClosure = argument.Expression is AnonymousFunctionExpressionSyntax;
            if (!isClosure && argument.Expression is not IdentifierNameSyntax)
            {
                continue;
            }

            if (MethodOf(call, context) is not { } method || signatures.Read(method) is not { IsNative: true })
            {
                return null;
            }

            if (isClosure && IsClosure((AnonymousFunctionExpressionSyntax)argument.Expression, loop, context))
            {
                return Diagnostic.Create(s_closure, argument.GetLocation(), TypeFor(argument.Expression, context), method.Name);
            }

            if (!isClosure && context.SemanticModel.GetSymbolInfo(argument.Expression, context.CancellationToken).Symbol is { } handle
                && TypeOf(handle) is { } type && Types.DerivesFrom(type, "SafeHandle") && !IsDeclaredIn(handle, loop))
            {
                return Diagnostic.Create(s_borrow, argument.GetLocation(), handle.Name, method.Name, type.Name);
            }
        }

        return null;
    }

    // One that captures what the loop doesn't make anew could be made before it.
    private static bool IsClosure(AnonymousFunctionExpressionSyntax lambda, StatementSyntax loop, CodeBlockAnalysisContext context) =>
        context.SemanticModel.AnalyzeDataFlow(lambda) is { Succeeded: true, Captured: var captured } flow
        && flow.DataFlowsIn.Length > 0 && !flow.DataFlowsIn.Any(symbol => IsDeclaredIn(symbol, loop)) && !captured.IsEmpty;

    private static ImmutableDictionary<string, string?> TypeFor(ExpressionSyntax closure, CodeBlockAnalysisContext context) =>
        ImmutableDictionary<string, string?>.Empty.Add(
            FixProperties.Instead,
            context
                .SemanticModel.GetTypeInfo(closure, context.CancellationToken)
                .ConvertedType?.ToMinimalDisplayString(context.SemanticModel, closure.SpanStart));

    private static IMethodSymbol? MethodOf(InvocationExpressionSyntax call, CodeBlockAnalysisContext context) =>
        context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol as IMethodSymbol;

    private static ITypeSymbol? TypeOf(ISymbol symbol) =>
        symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };

    private static bool IsDeclaredIn(ISymbol symbol, SyntaxNode loop) =>
        symbol.DeclaringSyntaxReferences.Any(declared => declared.SyntaxTree == loop.SyntaxTree && loop.Span.Contains(declared.Span));

    /// <summary>The nearest loop of the same method, or of the same lambda.</summary>
    public static StatementSyntax? LoopAround(SyntaxNode call) =>
        call.Ancestors()
            .TakeWhile(node => node is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<StatementSyntax>()
            .FirstOrDefault(LoopStatements.IsLoop);
}
