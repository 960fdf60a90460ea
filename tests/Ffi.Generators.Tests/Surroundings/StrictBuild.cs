using System.Collections.Immutable;
using Ffi.Generators.Tests.Interception;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Tests.Surroundings;

/// <summary>Builds a source under the strictest switches that a project can have, and says what is complained of in files that we
/// wrote.</summary>
internal static class StrictBuild
{
    // A wave of warnings above all that there are.
    private const int EveryWarning = 9999;

    /// <summary>What the compiler and our analyzers say of the generated files; and of the source, errors.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Complaints(Compilation compilation) =>
        [
            .. (await new BuildHarness().Build(compilation)).Where(static diagnostic =>
                IsGenerated(diagnostic) || diagnostic.Severity == DiagnosticSeverity.Error),
        ];

    /// <summary>The compilation of a source, which must see what it calls.</summary>
    public static CSharpCompilation Compile(
        string source,
        LanguageVersion version = LanguageVersion.Preview,
        NullableContextOptions nullable = NullableContextOptions.Enable) =>
        Compile(
            source,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                checkOverflow: true,
                warningLevel: EveryWarning,
                nullableContextOptions: nullable),
            version);

    public static CSharpCompilation Compile(
        string source,
        CSharpCompilationOptions options,
        LanguageVersion version = LanguageVersion.Preview)
    {
        CSharpParseOptions parse = CallSites.Intercepting.WithLanguageVersion(version).WithDocumentationMode(DocumentationMode.Diagnose);
        CSharpCompilation compilation = CallSites.Compile(source, parse);
        return compilation.WithOptions(options);
    }

    public static bool IsGenerated(Diagnostic diagnostic) =>
        diagnostic.Location.GetLineSpan().Path.EndsWith(".g.cs", StringComparison.Ordinal);
}
