using System.Reflection;
using System.Runtime.Loader;
using Ffi.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Abi.Tests.Running;

/// <summary>Compiles a source with our generator, in this process, and loads what comes of it.</summary>
internal static class BindingCompiler
{
    // Roslyn 4.14 knows C# 14 as the preview.
    private static readonly CSharpParseOptions ParseOptions = new CSharpParseOptions(LanguageVersion.Preview)
        .WithFeatures([KeyValuePair.Create("InterceptorsNamespaces", "Ffi.Generated")]);

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path))];

    public static Assembly Compile(string source)
    {
        var compilation = CSharpCompilation.Create(
            "Bindings",
            [CSharpSyntaxTree.ParseText(source, ParseOptions)],
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release));

        CSharpGeneratorDriver
            .Create(
                [
                    new FunctionGenerator().AsSourceGenerator(),
                    new CounterpartGenerator().AsSourceGenerator(),
                    new DelegateGenerator().AsSourceGenerator(),
                    new CallbackGenerator().AsSourceGenerator(),
                ],
                parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);

        using var image = new MemoryStream();
        var errors = generated.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors.Take(10)));

        image.Position = 0;
        return new AssemblyLoadContext("Bindings").LoadFromStream(image);
    }
}
