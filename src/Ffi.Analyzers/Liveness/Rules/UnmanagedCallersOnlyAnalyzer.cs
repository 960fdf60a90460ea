using System.Collections.Immutable;
using Ffi.Generators.Analysis;
using Ffi.Analyzers.Liveness.Knowledge;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1012 and FFI1013: what an <c>[UnmanagedCallersOnly]</c> method must not do, and must not take.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnmanagedCallersOnlyAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_throws = Describe.Warning(
        DiagnosticIds.ExceptionLeavesCallback,
        "An exception can leave an [UnmanagedCallersOnly] method",
        "An exception from '{1}' would leave '{0}' into native frames, which ends the process. Wrap the body in try and catch, and return an error."
    );

    private static readonly DiagnosticDescriptor s_notBlittable = Describe.Error(
        DiagnosticIds.CallbackNotBlittable,
        "A callback's signature is not blittable",
        "'{0}' in the signature of '{1}' is not blittable, so the program throws when it takes the address. Use {2}.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_throws, s_notBlittable];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.WithGeneratedHalves);
        context.RegisterCompilationStartAction(start =>
        {
            bool isMarshallingOff =
                start.Compilation.Assembly.Find("System.Runtime.CompilerServices", "DisableRuntimeMarshallingAttribute") is not null;
            var quiet = new QuietCalls(start.Compilation);
            start.RegisterSyntaxNodeAction(
                node => Analyze(node, quiet, isMarshallingOff),
                SyntaxKind.MethodDeclaration,
                SyntaxKind.LocalFunctionStatement);
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, QuietCalls quiet, bool isMarshallingOff)
    {
        (
            SyntaxList<AttributeListSyntax> attributes,
            SyntaxToken name,
            TypeSyntax returned,
            ParameterListSyntax parameters,
            SyntaxNode? body
        ) = context.Node switch
        {
            MethodDeclarationSyntax m => (
                m.AttributeLists,
                m.Identifier,
                m.ReturnType,
                m.ParameterList,
                (SyntaxNode?)m.Body ?? m.ExpressionBody),
            LocalFunctionStatementSyntax f => (
                f.AttributeLists,
                f.Identifier,
                f.ReturnType,
                f.ParameterList,
                (SyntaxNode?)f.Body ?? f.ExpressionBody),
            _ => default,
        };
        if (
            attributes.Count == 0
            || context
                .SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken)
                ?.Find(AttributeReader.Interop, "UnmanagedCallersOnlyAttribute")
                is null
            || context.IsGenerated())
        {
            return;
        }

        if (!isMarshallingOff)
        {
            foreach (TypeSyntax type in parameters.Parameters.Select(p => p.Type).OfType<TypeSyntax>().Concat([returned]))
            {
                if (NotBlittable(context.SemanticModel.GetTypeInfo(type, context.CancellationToken).Type, depth: 0) is { } instead)
                {
                    context.ReportDiagnostic(
                        Diagnostic.Create(s_notBlittable, type.GetLocation(), type.ToString(), name.ValueText, instead));
                }
            }
        }

        if (body is not null && MostThrowing(body, quiet, context.SemanticModel, context.CancellationToken) is { } throwing)
        {
            context.ReportDiagnostic(Diagnostic.Create(s_throws, name.GetLocation(), name.ValueText, Shorten(throwing)));
        }
    }

    private static string? NotBlittable(ITypeSymbol? type, int depth) =>
        type switch
        {
            { SpecialType: SpecialType.System_Boolean } => "byte",
            { SpecialType: SpecialType.System_Char } => "ushort",
            INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } value
                when depth < 4 && value.Locations.Any(l => l.IsInSource) => value
                .GetMembers()
                .OfType<IFieldSymbol>()
                .Any(f =>
                    !f.IsStatic && f.Type.SpecialType == SpecialType.System_Boolean
                    || (!f.IsStatic && f.Type.SpecialType == SpecialType.None && NotBlittable(f.Type, depth + 1) is not null))
                ? "a struct of blittable fields"
                : null,
            _ => null,
        };

    // The one that says most, if there are several: a throw that is seen before a call of code that isn't.
    private static SyntaxNode? MostThrowing(SyntaxNode body, QuietCalls quiet, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode[] throwing = [.. body.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Where(n => MayThrow(n, quiet, model, cancellation) && !MethodSummaries.IsCaught(n, body))];
        return throwing.FirstOrDefault(n => model.GetSymbolInfo(n, cancellation).Symbol is not IMethodSymbol called
            || called.MethodKind == MethodKind.DelegateInvoke || QuietCalls.IsSeenToThrow(called)) ?? throwing.FirstOrDefault();
    }

    private static bool MayThrow(SyntaxNode node, QuietCalls quiet, SemanticModel model, CancellationToken cancellation)
    {
        switch (node)
        {
            case ThrowStatementSyntax or ThrowExpressionSyntax:
                return true;
            case InvocationExpressionSyntax call:
                return model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method
                    && !quiet.IsQuiet(method, cancellation)
                    && !QuietCalls.IsGuard(method, call);
            case BaseObjectCreationExpressionSyntax creation:
                return model.GetSymbolInfo(creation, cancellation).Symbol is IMethodSymbol { ContainingType.IsValueType: false } made
                    && !quiet.IsQuiet(made, cancellation);
            default:
                return false;
        }
    }

    private static string Shorten(SyntaxNode node) =>
        node switch
        {
            InvocationExpressionSyntax call => call.Expression.ToString().Split('\n')[0],
            BaseObjectCreationExpressionSyntax creation => creation.ToString().Split('(')[0],
            _ => "throw",
        };
}
