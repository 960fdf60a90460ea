using System.Collections.Immutable;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Ffi.Templates;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators;

/// <summary>What the generators that replace calls have in common: find the calls, gather them, and write two files, one of the code that
/// the calls need and one of the interceptors.</summary>
/// <param name="mayBeIntercepted">A cheap look at a call.</param>
/// <param name="read">The call; null if it is another method's, or can't be replaced.</param>
/// <param name="planTargets">The code that the calls need.</param>
/// <param name="planInterceptions">The interceptors of the calls whose code could be planned.</param>
internal sealed class CallSitePipeline<TSite, TTarget, TInterception>(
    Func<SyntaxNode, bool> mayBeIntercepted,
    Func<GeneratorSyntaxContext, CancellationToken, TSite?> read,
    Func<IEnumerable<TSite>, EquatableArray<TTarget>> planTargets,
    Func<IEnumerable<TSite>, EquatableArray<TTarget>, EquatableArray<TInterception>> planInterceptions)
    where TSite : class, IEquatable<TSite>, ICallSite
    where TTarget : IEquatable<TTarget>
    where TInterception : IEquatable<TInterception>
{
    public void Register(
        IncrementalGeneratorInitializationContext context,
        (string FileName, Action<Layout, EquatableArray<TTarget>, SurroundingsModel, string> Render) targetsFile,
        (string FileName, Action<Layout, EquatableArray<TInterception>, SurroundingsModel, string> Render) interceptorsFile)
    {
        IncrementalValueProvider<ImmutableArray<TSite>> sites = Find(context);

        // The code depends only on the delegate types. The interceptors depend on the places of the calls, which every edit can move.
        IncrementalValueProvider<EquatableArray<TTarget>> targets = sites
            .Select((sites, _) => planTargets(sites))
            .WithTrackingName(StepNames.PlanTargets);
        IncrementalValueProvider<EquatableArray<TInterception>> interceptions = sites
            .Combine(targets)
            .Select((pair, _) => planInterceptions(pair.Left, pair.Right))
            .WithTrackingName(StepNames.PlanInterceptions);

        // Each assembly has a namespace of its own: an assembly that sees another's internals would otherwise see two types of one name.
        IncrementalValueProvider<(SurroundingsModel, string)> surroundings = sites
            .Select(
                static (sites, _) =>
                    new SurroundingsModel(
                        sites
                            .SelectMany(static site => site.Surroundings.Warnings)
                            .Distinct()
                            .OrderBy(static id => id, StringComparer.Ordinal)
                            .ToEquatableArray(),
                        default))
            .Combine(
                context.CompilationProvider.Select(
                    static (compilation, _) =>
                        $"{InterceptionReader.Namespace}.For_{DelegatePlanner.ClassNameOf(compilation.AssemblyName ?? "")}"));

        Write(context, targets, surroundings, targetsFile);
        Write(context, interceptions, surroundings, interceptorsFile);
    }

    private IncrementalValueProvider<ImmutableArray<TSite>> Find(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> canIntercept = context.ParseOptionsProvider
            .Combine(context.CompilationProvider.Select(static (compilation, _) => InterceptionReader.AllowsUnsafe(compilation)))
            .Select(static (pair, _) => pair.Right && InterceptionReader.IsEnabled(pair.Left));

        return context.SyntaxProvider
            .CreateSyntaxProvider((node, _) => mayBeIntercepted(node), (target, cancellation) => read(target, cancellation))
            .Where(static site => site is not null)
            .Select(static (site, _) => site!)
            .WithTrackingName(StepNames.ReadCallSites)
            .Collect()
            .Combine(canIntercept)
            .Select(static (pair, _) => pair.Right ? pair.Left : []);
    }

    private static void Write<TPlan>(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<EquatableArray<TPlan>> plans,
        IncrementalValueProvider<(SurroundingsModel Surroundings, string Namespace)> around,
        (string Name, Action<Layout, EquatableArray<TPlan>, SurroundingsModel, string> Render) file)
        where TPlan : IEquatable<TPlan> =>
        context.RegisterSourceOutput(
            plans.Combine(around),
            (output, pair) =>
            {
                if (pair.Left.Count > 0)
                {
                    output.AddSource(
                        file.Name,
                        Layout.Of((layout, plans) => file.Render(layout, plans, pair.Right.Surroundings, pair.Right.Namespace), pair.Left));
                }
            });
}
