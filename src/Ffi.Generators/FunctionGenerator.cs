using Ffi.Generators.Analysis;
using Ffi.Generators.Emission;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators;

/// <summary>Writes the bodies of <c>[NativeFunction]</c> methods: one file for each <c>[NativeLibrary]</c> type. Tells a build why one
/// can't be bound, where no analyzer would.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class FunctionGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<LibraryPlan> libraries = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.NativeLibraryAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => LibraryReader.Read(target, cancellation))
            .WithTrackingName(StepNames.Read)
            .Combine(CheckingReader.Of(context))
            .Select(
                static (pair, _) => pair.Left is null ? null : LibraryPlanner.Plan(pair.Left, DeclarationDiagnostics.Explain, pair.Right))
            .WithTrackingName(StepNames.Plan)
            .Where(static plan => plan is not null)
            .Select(static (plan, _) => plan!);

        // Functions in types that are no libraries.
        IncrementalValuesProvider<StrayTypePlan> strays = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "Ffi." + KnownNames.NativeFunctionAttribute,
                static (node, _) => StrayTypeReader.MayBeStray(node),
                static (target, cancellation) => StrayTypeReader.Read(target, cancellation))
            .Where(static type => type is not null)
            .Select(static (type, _) => StrayTypePlan.Of(type!, DeclarationDiagnostics.Explain));

        NamedFiles.Write(
            context,
            libraries.Where(static plan => plan.HasFile),
            static plan => plan.FileName,
            static plan => plan.Surroundings,
            LibraryTemplate.File);
        NamedFiles.Write(
            context,
            strays.Where(static plan => plan.Stubs.Count > 0),
            static plan => plan.FileName,
            static plan => plan.Surroundings,
            StubTemplate.File);

        BuildErrors.Report(
            context,
            libraries.Select(static (plan, _) => plan.Faults).Where(static faults => faults != Faults.None).Collect()
                .Combine(strays.Select(static (plan, _) => plan.Faults).Collect())
                .Select(static (faults, _) => BuildErrors.Worst(faults.Left.Concat(faults.Right))),
            BuildErrors.OfFunctions);
    }
}
