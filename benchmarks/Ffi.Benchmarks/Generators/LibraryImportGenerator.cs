using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace Ffi.Benchmarks.Generators;

/// <summary>The generator behind <c>[LibraryImport]</c>, from the reference pack of the SDK that runs this.</summary>
internal static class LibraryImportGenerator
{
    /// <summary>A new one.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no reference pack: only a runtime is installed, and no SDK.</exception>
    public static ISourceGenerator Create()
    {
        Assembly assembly = Assembly.LoadFrom(Path.Combine(Folder(), "Microsoft.Interop.LibraryImportGenerator.dll"));
        Type type = assembly.GetType("Microsoft.Interop.LibraryImportGenerator", throwOnError: true)!;
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }

    // <root>/shared/Microsoft.NETCore.App/<version>, beside which stands <root>/packs.
    private static string Folder()
    {
        string packs = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../packs/Microsoft.NETCore.App.Ref"));
        return Directory.GetDirectories(packs)
            .OrderByDescending(static folder => Version.Parse(Path.GetFileName(folder).Split('-')[0]))
            .Select(static folder => Path.Combine(folder, "analyzers/dotnet/cs"))
            .First(Directory.Exists);
    }
}
