using System.Collections.Immutable;
using Ffi.Generators.Emission;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators;

/// <summary>Writes typed trampolines for functions that are bound at run time, and makes the calls that bind them use those.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DelegateGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> canIntercept = context.ParseOptionsProvider
            .Combine(context.CompilationProvider.Select(static (compilation, _) => InterceptionReader.AllowsUnsafe(compilation)))
            .Select(static (pair, _) => pair.Right && InterceptionReader.IsEnabled(pair.Left));

        IncrementalValueProvider<ImmutableArray<CallSiteModel>> sites = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => CallSiteReader.MayBeIntercepted(node),
                static (target, cancellation) => CallSiteReader.Read(target, cancellation))
            .Where(static site => site is not null)
            .Select(static (site, _) => site!)
            .WithTrackingName(StepNames.ReadCallSites)
            .Collect()
            .Combine(canIntercept)
            .Select(static (pair, _) => pair.Right ? pair.Left : []);

        // Trampolines depend on the delegate types alone, interceptors on where the calls stand: an edit moves the second, not the first.
        context.RegisterSourceOutput(
            sites.Select(static (sites, _) => InterceptionPlanner.PlanDelegates(sites)).WithTrackingName(StepNames.PlanDelegates),
            static (output, plans) => Add(output, DelegateTemplate.FileName, plans.Count, () => DelegateTemplate.Render(plans)));
        context.RegisterSourceOutput(
            sites.Select(static (sites, _) => InterceptionPlanner.PlanInterceptions(sites)).WithTrackingName(StepNames.PlanInterceptions),
            static (output, plans) => Add(output, InterceptorTemplate.FileName, plans.Count, () => InterceptorTemplate.Render(plans)));
    }

    private static void Add(SourceProductionContext output, string fileName, int count, Func<string> render)
    {
        if (count > 0)
        {
            output.AddSource(fileName, render());
        }
    }
}
