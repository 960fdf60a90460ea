using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Analysis;

/// <summary>Tells a build the errors that it would not hear from an analyzer.</summary>
/// <remarks>A function with an error gets a stub, so that the compiler goes on, and the analyzers tell. There are declarations that the
/// compiler refuses with any stub, and it then stops before it runs an analyzer; and a project may run none. An editor always runs them,
/// and hears nothing from here.</remarks>
internal static class BuildErrors
{
    // Empty in a build, "true" in an editor, absent where Ffi.props is not imported.
    private const string DesignTimeBuild = "build_property.DesignTimeBuild";

    // The properties that the SDK checks before it tells the compiler to skip analyzers.
    private const string RunAnalyzers = "build_property.RunAnalyzers";
    private const string RunAnalyzersDuringBuild = "build_property.RunAnalyzersDuringBuild";

    /// <summary>Reports errors of a compilation, if it is a build and no analyzer reports them.</summary>
    /// <param name="context">The generator's.</param>
    /// <param name="faults">The worst that was found in its declarations. Only where something was, somebody looks for the errors.</param>
    /// <param name="find">Finds the errors; told whether the compiler stops before the analyzers.</param>
    public static void Report(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<Faults> faults,
        Func<Compilation, bool, CancellationToken, IEnumerable<(Problem Problem, Location Location)>> find)
    {
        IncrementalValueProvider<(bool IsBuild, bool RunsAnalyzers)> build = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => (Value(options.GlobalOptions, DesignTimeBuild) == "", AreAnalyzersOn(options.GlobalOptions)));

        IncrementalValueProvider<EquatableArray<BuildError>> errors = faults
            .Combine(build)
            .Select(static (pair, _) => (
                Speaks: pair.Right.IsBuild && (pair.Left == Faults.StopCompiler || (pair.Left == Faults.Some && !pair.Right.RunsAnalyzers)),
                pair.Right.RunsAnalyzers))
            .Combine(context.CompilationProvider)
            .Select((pair, cancellation) => pair.Left.Speaks
                ? find(pair.Right, pair.Left.RunsAnalyzers, cancellation)
                    .Where(static found => !found.Problem.IsWarning)
                    .Select(static found => BuildError.Of(found.Problem, found.Location))
                    .ToEquatableArray()
                : default);

        context.RegisterSourceOutput(errors, static (output, found) =>
        {
            foreach (BuildError error in found)
            {
                output.ReportDiagnostic(error.ToDiagnostic());
            }
        });
    }

    /// <summary>The errors of libraries and of functions outside of one; and of callbacks too, where the compiler stops before their
    /// analyzer.</summary>
    public static IEnumerable<(Problem Problem, Location Location)> OfFunctions(
        Compilation compilation,
        bool stopsAnalyzers,
        CancellationToken cancellation) =>
        TypesIn(compilation.Assembly.GlobalNamespace)
            .SelectMany(type =>
                LibraryReader.FindAttribute(type) is { } attribute
                    ? LibraryProblems.Find(type, attribute, compilation, cancellation).Concat(StraysIn(type))
                    : StraysIn(type))
            .Concat(stopsAnalyzers ? OfCallbacks(compilation, false, cancellation) : []);

    /// <summary>The errors of callbacks.</summary>
    public static IEnumerable<(Problem Problem, Location Location)> OfCallbacks(
        Compilation compilation,
        bool stopsAnalyzers,
        CancellationToken cancellation
    ) => TypesIn(compilation.Assembly.GlobalNamespace).SelectMany(type => CallbackProblems.Find(type, compilation, cancellation));

    /// <summary>The worst of several.</summary>
    public static Faults Worst(IEnumerable<Faults> faults) => faults.DefaultIfEmpty(Faults.None).Max();

    private static IEnumerable<(Problem Problem, Location Location)> StraysIn(INamedTypeSymbol type) =>
        type.GetMembers()
            .OfType<IMethodSymbol>()
            .Select(StrayProblems.Find)
            .Where(static found => found is not null)
            .Select(static found => found!.Value);

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) => container.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(static member => member is INamedTypeSymbol type ? TypesIn(member).Prepend(type) : TypesIn(member));

    private static bool AreAnalyzersOn(Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions options) =>
        !IsFalse(Value(options, RunAnalyzers))
        && !(string.IsNullOrEmpty(Value(options, RunAnalyzers)) && IsFalse(Value(options, RunAnalyzersDuringBuild)));

    private static bool IsFalse(string? value) => string.Equals(value, "false", StringComparison.OrdinalIgnoreCase);

    private static string? Value(Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(name, out string? value) ? value : null;
}
