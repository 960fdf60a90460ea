using Ffi.Generators.Analysis;
using Ffi.Generators.Emission;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators;

/// <summary>Writes the entry points of <c>[NativeCallback]</c> methods, one file for each type that has some, and those of created
/// callbacks, one file for all.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CallbackGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        RegisterMethods(context);
        new CallSitePipeline<CallbackSiteModel, CallbackPlan, CallbackInterceptionPlan>(
            CallbackSiteReader.MayBeIntercepted,
            CallbackSiteReader.Read,
            CallbackSitePlanner.PlanCallbacks,
            CallbackSitePlanner.PlanInterceptions)
        .Register(
            context,
            ("Ffi.Callbacks.Ffi.g.cs", CallbackSitesTemplate.Entries),
            ("Ffi.CallbackInterceptors.Ffi.g.cs", CallbackSitesTemplate.Interceptors));
    }

    private static void RegisterMethods(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<CallbackTypePlan> plans = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "Ffi.NativeCallbackAttribute",
                static (node, _) => node is MethodDeclarationSyntax,
                static (target, cancellation) => CallbackTypeReader.Read(target, cancellation))
            .WithTrackingName(StepNames.Read)
            .Select(static (type, _) => type is null ? null : CallbackTypePlanner.Plan(type, DeclarationDiagnostics.Explain))
            .WithTrackingName(StepNames.Plan)
            .Where(static plan => plan is not null)
            .Select(static (plan, _) => plan!);

        NamedFiles.Write(
            context,
            plans.Where(static plan => plan.Methods.Count + plan.Stubs.Count > 0),
            static plan => plan.FileName,
            static plan => plan.Surroundings,
            CallbackTypeTemplate.File);

        BuildErrors.Report(
            context,
            plans
                .Select(static (plan, _) => plan.Faults)
                .Where(static faults => faults != Faults.None)
                .Collect()
                .Select(static (faults, _) => BuildErrors.Worst(faults)),
            BuildErrors.OfCallbacks);
    }
}
