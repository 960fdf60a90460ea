using Ffi.Generators.Emission;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators;

/// <summary>Writes the bodies of <c>[NativeFunction]</c> methods: one file for each <c>[NativeLibrary]</c> type.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class FunctionGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<LibraryModel> libraries = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.NativeLibraryAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => LibraryReader.Read(
                    (INamedTypeSymbol)target.TargetSymbol, target.Attributes[0], target.SemanticModel.Compilation, cancellation))
            .WithTrackingName(StepNames.Read);

        IncrementalValuesProvider<LibraryPlan?> plans = libraries
            .Select(static (library, _) => LibraryPlanner.Plan(library))
            .WithTrackingName(StepNames.Plan);

        context.RegisterSourceOutput(plans, static (output, plan) =>
        {
            if (plan is not null)
            {
                output.AddSource(plan.FileName, LibraryTemplate.Render(plan));
            }
        });
    }
}
