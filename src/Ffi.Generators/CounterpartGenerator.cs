using Ffi.Generators.Emission;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators;

/// <summary>Writes, for each struct or object that some signature has and that isn't the same bytes in C, the class that converts it: one
/// file for each, for all of them.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CounterpartGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<EquatableArray<CounterpartFileModel>> ofLibraries = Gather(
            context.SyntaxProvider.ForAttributeWithMetadataName(
                KnownNames.NativeLibraryAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => CounterpartUseReader.ReadLibrary(target, cancellation)));
        IncrementalValueProvider<EquatableArray<CounterpartFileModel>> ofCalls = Gather(
            context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => CallSiteReader.MayBeIntercepted(node) || CallbackSiteReader.MayBeIntercepted(node),
                static (target, cancellation) => CounterpartUseReader.ReadCall(target, cancellation)));

        IncrementalValueProvider<EquatableArray<CounterpartFileModel>> ofCallbacks = Gather(
            context.SyntaxProvider.ForAttributeWithMetadataName(
                "Ffi.NativeCallbackAttribute",
                static (node, _) => node is MethodDeclarationSyntax,
                static (target, cancellation) => CounterpartUseReader.ReadCallback(target, cancellation)));

        IncrementalValuesProvider<CounterpartPlan> plans = ofLibraries
            .Combine(ofCalls)
            .Combine(ofCallbacks)
            .SelectMany(static (all, _) => Distinct(all.Left.Left.Concat(all.Left.Right).Concat(all.Right)))
            .WithTrackingName(StepNames.Read)
            .Where(static file => ConvertedPlanner.HasConverter(file.Layout.Counterpart))
            .Select(static (file, _) => CounterpartPlanner.Plan(file))
            .WithTrackingName(StepNames.Plan);

        NamedFiles.Write(
            context,
            plans.Where(static plan => plan.IsWritable),
            static plan => plan.FileName,
            static plan => plan.Surroundings,
            CounterpartTemplate.File);
    }

    private static IncrementalValueProvider<EquatableArray<CounterpartFileModel>> Gather(
        IncrementalValuesProvider<EquatableArray<CounterpartFileModel>> used
    ) => used.Where(static files => files.Count > 0).Collect().Select(static (all, _) => Distinct(all.SelectMany(static files => files)));

    private static EquatableArray<CounterpartFileModel> Distinct(IEnumerable<CounterpartFileModel> files) => files
        .GroupBy(static file => file.Layout.ClassName, StringComparer.Ordinal)
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => group.First())
        .ToEquatableArray();
}
