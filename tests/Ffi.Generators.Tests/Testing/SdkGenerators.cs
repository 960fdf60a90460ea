using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests.Testing;

/// <summary>The generators that the SDK runs in every build.</summary>
internal static class SdkGenerators
{
    /// <summary>The one that writes the other half of <c>[LibraryImport]</c> methods.</summary>
    public static ISourceGenerator[] LibraryImport { get; } = Load("Microsoft.Interop.LibraryImportGenerator.dll");

    private static ISourceGenerator[] Load(string file)
    {
        string packs = typeof(SdkGenerators)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "TargetingPacks")
            .Value!;
        string path = Directory
            .GetFiles(Path.Combine(packs, "Microsoft.NETCore.App.Ref"), file, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Last();
        var reference = new AnalyzerFileReference(path, new Loader());
        ISourceGenerator[] generators = [.. reference.GetGenerators(LanguageNames.CSharp)];
        Assert.NotEmpty(generators);
        return generators;
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
