using System.Collections.Immutable;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Analysis;

/// <summary>Reports why a <c>[NativeCallback]</c> method can't be called by native code: FFI0040 and FFI0042. Reads and plans as the
/// generator does, so that the two agree.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallbackAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [DeclarationDiagnostics.Of(ProblemId.CallbackCannotCross), DeclarationDiagnostics.Of(ProblemId.CallbackMethodUnfit)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        (IMethodSymbol Method, AttributeData Attribute)[] methods = [.. CallbackTypeReader.MethodsOf(type)];
        if (methods.Length == 0)
        {
            return;
        }

        CallbackTypeModel model = CallbackTypeReader.Read(type, context.Compilation, context.CancellationToken);
        for (int index = 0; index < methods.Length; index++)
        {
            if (CallbackTypePlanner.Plan(model.Methods[index], model).Problem is { } problem)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    DeclarationDiagnostics.Of(problem.Id), ProblemLocation.Of(problem.Site, methods[index].Method, methods[index].Attribute), [.. problem.Arguments]));
            }
        }
    }
}
