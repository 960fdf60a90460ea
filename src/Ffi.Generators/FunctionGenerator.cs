using Ffi.Generators.Analysis;
using Ffi.Generators.Emission;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Ffi.Templates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators;

/// <summary>Writes the bodies of <c>[NativeFunction]</c> methods: one file for each <c>[NativeLibrary]</c> type. Tells a build why one has none.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class FunctionGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<LibraryModel?> libraries = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.NativeLibraryAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => LibraryReader.Read(target, cancellation))
            .WithTrackingName(StepNames.Read);

        IncrementalValuesProvider<LibraryPlan?> plans = libraries
            .Select(static (library, _) => library is null ? null : LibraryPlanner.Plan(library))
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
                output.AddSource(fileName, Layout.Of(LibraryTemplate.File, plan));
            }
        });

        BuildErrors.Report(context, plans.Where(static plan => plan is not { IsWhole: true }).Collect().Select(static (plans, _) => plans.IsEmpty));
    }
}
