using System.Collections.Immutable;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Analysis;

/// <summary>Reports attributes of ours that mean nothing if nothing is generated that would say so: on imports, delegate types, callbacks
/// and managed methods; and names of functions that the program doesn't have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AttributeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DeclarationDiagnostics.Of(ProblemId.NameUnknown), DeclarationDiagnostics.Of(ProblemId.AttributeIdle),
        DeclarationDiagnostics.Of(ProblemId.CallbackAttributeIdle), DeclarationDiagnostics.Of(ProblemId.OptionUnfit),
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.WithGeneratedHalves);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var functions = new DeclaredFunctions(start.Compilation);
            start.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, functions), SymbolKind.Method);
            start.RegisterSymbolAction(AnalyzeDelegate, SymbolKind.NamedType);
        });
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, DeclaredFunctions functions)
    {
        var method = (IMethodSymbol)context.Symbol;
        AttributeData? callback = CallbackReader.FindAttribute(method);
        if (method.PartialDefinitionPart is not null || (callback is null && !SaysSomething(method)) || context.IsGenerated())
        {
            return;
        }

        if (FunctionReader.FindAttribute(method) is not null)
        {
            ReportUnknownFunctions(context, method, functions);
            return;
        }

        SignatureKind kind =
            callback is not null ? SignatureKind.Callback
            : method.GetDllImportData() is not null || method.Find(AttributeReader.Interop, "LibraryImportAttribute") is not null
                ? SignatureKind.Import
            : SignatureKind.Managed;
        FunctionModel signature = FunctionReader.ReadSignature(method, TypeReader.Of(context.Compilation.Assembly));
        Report(context, method, AttributeRules.FindProblems(signature, kind));
        if (callback is not null)
        {
            ReportIdle(context, callback, method, "ContinueAfterException", "native code has its address, so its calls can't be skipped");
            ReportDefault(context, callback, method, method);
        }
    }

    private static void AnalyzeDelegate(SymbolAnalysisContext context)
    {
        if (context.Symbol is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke } type)
        {
            return;
        }

        AttributeData? callback = CallbackReader.FindAttribute(type);
        AttributeData? function = FunctionReader.FindAttribute(type);
        if ((callback ?? function) is null && !SaysSomething(invoke) || context.IsGenerated())
        {
            return;
        }

        Report(
            context,
            invoke,
            AttributeRules.FindProblems(
                DelegateReader.ReadFunction(type, TypeReader.Of(context.Compilation.Assembly)),
                SignatureKind.Delegate));
        if (callback is not null)
        {
            ReportIdle(
                context, callback, type, "OnException",
                "an exception of a delegate is thrown again when the call returns, and NativeCallback<T>.Create takes the policy as an argument"
            );
            ReportDefault(context, callback, type, invoke);
        }

        if (function is not null)
        {
            ReportFunctionOptions(context, function, type);
        }
    }

    private static bool SaysSomething(IMethodSymbol method) =>
        method.GetReturnTypeAttributes().Any(IsOurs) || method.Parameters.Any(static parameter => parameter.GetAttributes().Any(IsOurs));

    private static bool IsOurs(AttributeData attribute) => attribute.AttributeClass?.IsIn(AttributeReader.Ffi) == true;

    private static void Report(SymbolAnalysisContext context, IMethodSymbol method, IEnumerable<Problem> problems)
    {
        foreach (Problem problem in problems)
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    DeclarationDiagnostics.Of(problem.Id),
                    ProblemLocation.Of(problem.Site, method, attribute: null),
                    [.. problem.Arguments]));
        }
    }

    private static void ReportDefault(SymbolAnalysisContext context, AttributeData callback, ISymbol on, IMethodSymbol signature)
    {
        if (signature.ReturnsVoid)
        {
            ReportIdle(context, callback, on, "Default", "it returns nothing, so there is no default");
        }
    }

    private static void ReportIdle(SymbolAnalysisContext context, AttributeData attribute, ISymbol on, string option, string why)
    {
        if (attribute.NamedArguments.Any(argument => argument.Key == option))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DeclarationDiagnostics.Of(ProblemId.CallbackAttributeIdle),
                ProblemLocation.OfArgument(attribute, option) ?? on.Locations[0],
                $"{SaidAttributeReader.NameOf(attribute)}({option})", $"'{on.Name}'", $"{why}. Remove {option}"));
        }
    }

    private static void ReportFunctionOptions(SymbolAnalysisContext context, AttributeData function, INamedTypeSymbol type)
    {
        if (function.First<string>() is not null)
        {
            context.ReportDiagnostic(
                UnfitOption.Of(function, type, "", "Entry point", "the name is an argument of the call that makes the delegate. Remove it")
            );
        }

        if (function.Named<bool>("Optional"))
        {
            context.ReportDiagnostic(UnfitOption.Of(
                function, type, "Optional", "Optional", "TryGetFunction tells whether the symbol exists. Remove it"));
        }
    }

    // A function that can't be called does not end a lifetime.
    private static void ReportUnknownFunctions(SymbolAnalysisContext context, IMethodSymbol method, DeclaredFunctions functions)
    {
        foreach (
            AttributeData attribute in method
                .GetReturnTypeAttributes()
                .Concat(method.Parameters.SelectMany(static parameter => parameter.GetAttributes()))
                .Where(IsOurs))
        {
            SaidAttribute said = SaidAttributeReader.Read(attribute);
            bool isFreed = said.Name == "FreedWith" && method.ReturnType.IsAddress();
            foreach (
                (string argument, string symbol) in said.Arguments.SelectMany(static given =>
                    given.Texts.Select(text => (given.Name, text))))
            {
                bool isFunction = argument is "Until" or "InvalidatedBy" || (isFreed && argument.Length == 0);
                if (isFunction && LibraryRules.IsName(symbol) && !functions.Has(symbol, context.CancellationToken))
                {
                    context.ReportDiagnostic(
                        Diagnostic.Create(
                            DeclarationDiagnostics.Of(ProblemId.NameUnknown),
                            ProblemLocation.OfArgument(attribute, argument) ?? method.Locations[0],
                            said.Name,
                            symbol,
                            "no function of that name or entry point is declared. Declare it as a [NativeFunction], or correct the name"));
                }
            }
        }
    }
}
