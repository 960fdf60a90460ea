using System.Collections.Immutable;
using Ffi.Generators.Analysis;
using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Knowledge;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1011: a call that skips the GC transition and must not: of an import or a native function, a delegate type, a function
/// pointer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuppressedTransitionAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_descriptor = Describe.Warning(
        DiagnosticIds.UnsafeSuppressGCTransition,
        "[SuppressGCTransition] on a function that must not have it",
        "A call of '{0}' skips the GC transition, but {1}. Remove {2}.");

    private static readonly string[] s_slowWords =
    [
        "wait", "sleep", "read", "recv", "lock", "alloc", "poll", "select", "join", "flush", "sync",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_descriptor];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.WithGeneratedHalves);
        context.RegisterSymbolAction(AnalyzeMethod, SymbolKind.Method);
        context.RegisterSymbolAction(AnalyzeDelegate, SymbolKind.NamedType);
        context.RegisterSyntaxNodeAction(AnalyzePointer, SyntaxKind.FunctionPointerType);
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        AttributeData? function = FunctionReader.FindAttribute(method);
        AttributeData? import = method.Find(AttributeReader.Interop, "LibraryImportAttribute");
        DllImportData? platform = method.GetDllImportData();
        if (method.PartialDefinitionPart is not null || (function ?? import) is null && platform is null
            || TransitionReader.FindSpelling(method, function) is not { } spelling || context.IsGenerated())
        {
            return;
        }

        bool keepsLastError =
            platform?.SetLastError == true
            || import?.Named<bool>("SetLastError") == true
            || (function is not null && OptionsReader.Read(method, function).SetLastError);
        bool isMarshalledByRuntime = (function ?? import) is null;
        Report(method, method.Name, spelling, keepsLastError, isMarshalledByRuntime, method.Locations[0], context.ReportDiagnostic);
    }

    private static void AnalyzeDelegate(SymbolAnalysisContext context)
    {
        if (context.Symbol is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } type
            && FunctionReader.FindAttribute(type) is { } function
            && TransitionReader.FindSpelling(type, function) is { } spelling
            && !context.IsGenerated())
        {
            Report(
                invoke,
                type.Name,
                spelling,
                OptionsReader.Read(type, function).SetLastError,
                isMarshalledByRuntime: false,
                type.Locations[0],
                context.ReportDiagnostic);
        }
    }

    private static void AnalyzePointer(SyntaxNodeAnalysisContext context)
    {
        var syntax = (FunctionPointerTypeSyntax)context.Node;
        if (syntax.CallingConvention?.UnmanagedCallingConventionList is not null
            && context.SemanticModel.GetTypeInfo(syntax, context.CancellationToken).Type is IFunctionPointerTypeSymbol pointer
            && TransitionReader.FindSpelling(pointer) is { } spelling
            && !context.IsGenerated())
        {
            Report(
                pointer.Signature,
                NameOf(syntax),
                spelling,
                keepsLastError: false,
                isMarshalledByRuntime: false,
                syntax.GetLocation(),
                context.ReportDiagnostic);
        }
    }

    // A function pointer is called by what holds it.
    private static string NameOf(FunctionPointerTypeSyntax pointer) =>
        pointer.Parent switch
        {
            VariableDeclarationSyntax { Variables: [{ } only] } => only.Identifier.ValueText,
            ParameterSyntax parameter => parameter.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            _ => pointer.ToString(),
        };

    private static void Report(
        IMethodSymbol signature,
        string name,
        string spelling,
        bool keepsLastError,
        bool isMarshalledByRuntime,
        Location at,
        Action<Diagnostic> report)
    {
        if (Reason(signature, name, keepsLastError, isMarshalledByRuntime) is { } reason)
        {
            report(Diagnostic.Create(s_descriptor, at, name, reason, spelling));
        }
        else if (s_slowWords.FirstOrDefault(word => NameWords.Of(name).Contains(word)) is { } slow)
        {
            report(Diagnostic.Create(s_descriptor, at, DiagnosticSeverity.Info, null, null,
                name, $"its name has the word '{slow}', and no garbage collection can start in the process while it runs", spelling));
        }
    }

    private static string? Reason(IMethodSymbol signature, string name, bool keepsLastError, bool isMarshalledByRuntime)
    {
        if (
            keepsLastError
            || signature.Parameters.Any(static parameter => parameter.Find(AttributeReader.Ffi, "LastErrorAttribute") is not null))
        {
            return "it keeps the last error, so it makes system calls, and no garbage collection can start in the process while one of them waits";
        }

        // What is only set is called back later.
        bool sets = DoubtList.OnlySets.Speaks(name);
        foreach (IParameterSymbol parameter in signature.Parameters)
        {
            // Those of a function pointer have no names.
            string described = parameter.Name.Length == 0 ? $"parameter {parameter.Ordinal + 1}" : $"'{parameter.Name}'";
            if (
                parameter.Type.TypeKind == TypeKind.Delegate
                || (!sets && (parameter.Type.TypeKind == TypeKind.FunctionPointer || Types.IsNativeCallback(parameter.Type))))
            {
                return $"it takes the callback {described}, and managed code can't be called back without a transition";
            }

            if (Types.IsSafeHandle(parameter.Type))
            {
                return $"{described} is a SafeHandle, which is add-ref'd around the call";
            }

            if (
                isMarshalledByRuntime
                && (
                    parameter.Type.SpecialType == SpecialType.System_String
                    || parameter.Type is { TypeKind: TypeKind.Class, Name: "StringBuilder" or "Object" }))
            {
                return $"{described} is marshalled";
            }
        }

        return null;
    }
}
