using System.Collections.Immutable;
using Ffi.Generators.Emission;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
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

        RegisterCreations(context);
        context.RegisterSourceOutput(plans.Combine(sharedNames), static (output, pair) =>
        {
            if (pair.Left is { } plan && SharedFileNames.Tell(plan.FileName, pair.Right) is { } fileName)
            {
                output.AddSource(fileName, CallbackTypeTemplate.Render(plan));
            }
        });
    }

    // Entry points depend on the delegate types alone, interceptors on where the calls stand: an edit moves the second, not the first.
    private static void RegisterCreations(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> canIntercept = context.ParseOptionsProvider
            .Combine(context.CompilationProvider.Select(static (compilation, _) => InterceptionReader.AllowsUnsafe(compilation)))
            .Select(static (pair, _) => pair.Right && InterceptionReader.IsEnabled(pair.Left));

        IncrementalValueProvider<ImmutableArray<CallbackSiteModel>> sites = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => CallbackSiteReader.MayBeIntercepted(node),
                static (target, cancellation) => CallbackSiteReader.Read(target, cancellation))
            .Where(static site => site is not null)
            .Select(static (site, _) => site!)
            .WithTrackingName(StepNames.ReadCallSites)
            .Collect()
            .Combine(canIntercept)
            .Select(static (pair, _) => pair.Right ? pair.Left : []);

        context.RegisterSourceOutput(
            sites.Select(static (sites, _) => CallbackSitePlanner.PlanCallbacks(sites)).WithTrackingName(StepNames.PlanDelegates),
            static (output, plans) => Add(output, CallbackSiteTemplate.EntriesFileName, plans.Count, () => CallbackSiteTemplate.RenderEntries(plans)));
        context.RegisterSourceOutput(
            sites.Select(static (sites, _) => CallbackSitePlanner.PlanInterceptions(sites)).WithTrackingName(StepNames.PlanInterceptions),
            static (output, plans) => Add(output, CallbackSiteTemplate.InterceptorsFileName, plans.Count, () => CallbackSiteTemplate.RenderInterceptors(plans)));
    }

    private static void Add(SourceProductionContext output, string fileName, int count, Func<string> render)
    {
        if (count > 0)
        {
            output.AddSource(fileName, render());
        }
    }
}
