using Ffi.Generators.Emission;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Ffi.Templates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators;

/// <summary>Writes the entry points of <c>[NativeCallback]</c> methods, one file for each type that has some, and those of created callbacks,
/// one file for all.</summary>
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
            ("Ffi.Callbacks.Ffi.g.cs", static plans => Layout.Of(CallbackSitesTemplate.Entries, plans)),
            ("Ffi.CallbackInterceptors.Ffi.g.cs", static plans => Layout.Of(CallbackSitesTemplate.Interceptors, plans)));
    }

    private static void RegisterMethods(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<CallbackTypePlan?> plans = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "Ffi.NativeCallbackAttribute",
                static (node, _) => node is MethodDeclarationSyntax,
                static (target, cancellation) => CallbackTypeReader.Read(target, cancellation))
            .WithTrackingName(StepNames.Read)
            .Select(static (type, _) => type is null ? null : CallbackTypePlanner.Plan(type))
            .WithTrackingName(StepNames.Plan);

        // The compiler takes file names as equal that differ in case only, and refuses the second.
        IncrementalValueProvider<EquatableArray<string>> sharedNames = plans
            .Select(static (plan, _) => plan?.FileName)
            .Collect()
            .Select(static (names, _) => SharedFileNames.Find(names));

        context.RegisterSourceOutput(plans.Combine(sharedNames), static (output, pair) =>
        {
            if (pair.Left is { } plan && SharedFileNames.Tell(plan.FileName, pair.Right) is { } fileName)
            {
                output.AddSource(fileName, Layout.Of(CallbackTypeTemplate.File, plan));
            }
        });
    }
}
