using Ffi.Generators.Analysis;
using Ffi.Generators.Model;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators;

/// <summary>Tells a build why a function has no body. Writes nothing.</summary>
/// <remarks>A function with an error gets no body, and the compiler then stops at CS8795 before it runs any analyzer, so that nobody would read what
/// <see cref="FunctionAnalyzer"/> has to say. An editor does run it, and this generator keeps silent there.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class BuildErrorGenerator : IIncrementalGenerator
{
    // Empty in a build, "true" in an editor, absent where Ffi.props is not imported.
    private const string DesignTimeBuild = "build_property.DesignTimeBuild";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> isBuild = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue(DesignTimeBuild, out string? value) && value.Length == 0);

        IncrementalValuesProvider<EquatableArray<BuildError>> errors = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownNames.NativeLibraryAttribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (target, cancellation) => ErrorsOf(target, cancellation));

        context.RegisterSourceOutput(errors.Combine(isBuild), static (output, pair) =>
        {
            foreach (BuildError error in pair.Right ? pair.Left : [])
            {
                output.ReportDiagnostic(error.ToDiagnostic());
            }
        });
    }

    private static EquatableArray<BuildError> ErrorsOf(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)target.TargetSymbol;
        return LibraryReader.IsFirstDeclaration(target) && LibraryReader.FunctionsOf(type).Any(function => StopsTheCompiler(function.Method, cancellation))
            ? LibraryProblems.Find(type, target.Attributes[0], target.SemanticModel.Compilation, cancellation)
                .Where(static found => !found.Problem.IsWarning)
                .Select(static found => BuildError.Of(found.Problem, found.Location))
                .ToEquatableArray()
            : default;
    }

    // C# lets a partial method go without a body only if it is void, has no `out` parameter and no word on its accessibility.
    private static bool StopsTheCompiler(IMethodSymbol method, CancellationToken cancellation) =>
        method.IsPartialDefinition
        && (!method.ReturnsVoid
            || method.Parameters.Any(static parameter => parameter.RefKind == RefKind.Out)
            || method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation) is MethodDeclarationSyntax declaration
                && declaration.Modifiers.Any(static word => SyntaxFacts.IsAccessibilityModifier(word.Kind()))));
}
