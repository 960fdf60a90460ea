using Ffi.Generators.Model;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Analysis;

/// <summary>Tells a build why a function has no body.</summary>
/// <remarks>A function with an error gets no body, and the compiler then stops at CS8795 before it runs any analyzer, so that nobody would read what
/// <see cref="FunctionAnalyzer"/> has to say. An editor does run it, and hears nothing from here.</remarks>
internal static class BuildErrors
{
    // Empty in a build, "true" in an editor, absent where Ffi.props is not imported.
    private const string DesignTimeBuild = "build_property.DesignTimeBuild";

    /// <summary>Reports the errors of a compilation's libraries, if it is a build's.</summary>
    /// <param name="context">The generator's.</param>
    /// <param name="areWhole">Whether no library and no function was left out. Only where one was, somebody looks for the errors.</param>
    public static void Report(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<bool> areWhole)
    {
        IncrementalValueProvider<bool> isBuild = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue(DesignTimeBuild, out string? value) && value.Length == 0);

        IncrementalValueProvider<EquatableArray<BuildError>> errors = areWhole
            .Combine(isBuild)
            .Select(static (pair, _) => !pair.Left && pair.Right)
            .Combine(context.CompilationProvider)
            .Select(static (pair, cancellation) => pair.Left ? ErrorsOf(pair.Right, cancellation).ToEquatableArray() : default);

        context.RegisterSourceOutput(errors, static (output, found) =>
        {
            foreach (BuildError error in found)
            {
                output.ReportDiagnostic(error.ToDiagnostic());
            }
        });
    }

    private static IEnumerable<BuildError> ErrorsOf(Compilation compilation, CancellationToken cancellation) =>
        from type in TypesIn(compilation.Assembly.GlobalNamespace)
        let attribute = LibraryReader.FindAttribute(type)
        where attribute is not null
            && (LibraryReader.FunctionsOf(type).Any(function => StopsTheCompiler(function.Method, cancellation))
                || VariableReader.VariablesOf(type).Any(static variable => variable.Property.IsPartialDefinition))
        from found in LibraryProblems.Find(type, attribute, compilation, cancellation)
        where !found.Problem.IsWarning
        select BuildError.Of(found.Problem, found.Location);

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) => container.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(static member => member is INamedTypeSymbol type ? TypesIn(member).Prepend(type) : TypesIn(member));

    // C# lets a partial method go without a body only if it is void, has no `out` parameter and no word on its accessibility.
    private static bool StopsTheCompiler(IMethodSymbol method, CancellationToken cancellation) =>
        method.IsPartialDefinition
        && (!method.ReturnsVoid
            || method.Parameters.Any(static parameter => parameter.RefKind == RefKind.Out)
            || method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation) is MethodDeclarationSyntax declaration
                && declaration.Modifiers.Any(static word => SyntaxFacts.IsAccessibilityModifier(word.Kind()))));
}
