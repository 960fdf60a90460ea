using System.Reflection;
using System.Runtime.Loader;
using Ffi.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Bind.Tests.Testing;

/// <summary>Compiles bindings with our generator, in this process.</summary>
internal static class BindingCompiler
{
    // Roslyn 4.14 knows C# 14 as the preview. Documentation is looked at, as in a project that writes it.
    private static readonly CSharpParseOptions s_parseOptions = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose)
        .WithFeatures([KeyValuePair.Create("InterceptorsNamespaces", "Ffi.Generated")]);

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the compiler makes of sources and of the code generated for them.</summary>
    public static Compilation Compile(params string[] sources)
    {
        var compilation = CSharpCompilation.Create(
            "Bindings",
            sources.Select(static source => CSharpSyntaxTree.ParseText(source, s_parseOptions)),
            s_references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                optimizationLevel: OptimizationLevel.Release));
        CSharpGeneratorDriver
            .Create(
                [
                    new FunctionGenerator().AsSourceGenerator(),
                    new DelegateGenerator().AsSourceGenerator(),
                    new CallbackGenerator().AsSourceGenerator(),
                ],
                parseOptions: s_parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        return generated;
    }

    /// <summary>Errors, warnings, and stubs that the generator writes where a declaration can't be bound.</summary>
    public static IReadOnlyList<string> FindComplaints(Compilation compilation, out MemoryStream image)
    {
        image = new MemoryStream();
        IEnumerable<string> diagnostics = compilation.Emit(image).Diagnostics
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(static diagnostic => diagnostic.ToString());
        IEnumerable<string> stubs = compilation.SyntaxTrees.Skip(1)
            .SelectMany(static tree => tree.GetText().Lines.Select(static line => line.ToString()))
            .Where(static line => line.Contains("NotSupportedException(\"", StringComparison.Ordinal));
        image.Position = 0;
        return [.. diagnostics.Concat(stubs)];
    }

    /// <summary>Compiles without a complaint, and loads what comes of it.</summary>
    public static Assembly Load(params string[] sources)
    {
        using MemoryStream image = Emit(Compile(sources));
        return new AssemblyLoadContext("Bindings").LoadFromStream(image);
    }

    /// <summary>The assembly that comes of a compilation without a complaint.</summary>
    public static MemoryStream Emit(Compilation compilation)
    {
        IReadOnlyList<string> complaints = FindComplaints(compilation, out MemoryStream image);
        Assert.True(complaints.Count == 0, $"{complaints.Count} complaints:\n{string.Join("\n", complaints.Take(20))}");
        return image;
    }
}
