using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Ffi;

/// <summary>The commonest answer of a search, without the search: the library lies in the program's own folder.</summary>
/// <remarks>Whatever this finds, <see cref="LibraryCandidates"/> would have found first. It is there for a program's first native call, most of whose
/// time goes into compiling the search.</remarks>
internal static class LibraryBesideProgram
{
    private static readonly char[] s_notPlain = ['.', '/', '\\', ':'];

    /// <summary>The file, if a search everywhere would come to it before all others.</summary>
    /// <param name="name">The library's name.</param>
    /// <param name="declaring">The assembly that declares the library, if one does: its folder comes before the program's.</param>
    /// <returns>The path; null where only a search can tell.</returns>
    public static string? Find(string name, Assembly? declaring) =>
        IsIn(AppContext.BaseDirectory, declaring) ? FindIn(AppContext.BaseDirectory, name) : null;

    /// <summary>The file in a folder that is searched first. What lies in its <c>runtimes</c> would come before it.</summary>
    public static string? FindIn(string folder, string name)
    {
        bool isPlain = name.IndexOfAny(s_notPlain) < 0 && !name.StartsWith("lib", StringComparison.Ordinal);
        if (!isPlain || Directory.Exists(Path.Join(folder, "runtimes")))
        {
            return null;
        }

        string fileName = LibraryPlatforms.Here switch
        {
            LibraryPlatform.Windows => name + ".dll",
            LibraryPlatform.MacOS => $"lib{name}.dylib",
            _ => $"lib{name}.so",
        };
        string path = Path.Join(folder, fileName);
        return File.Exists(path) ? path : null;
    }

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "A bundled assembly has no folder, so that the program's is the first.")]
    private static bool IsIn(string folder, Assembly? assembly) =>
        assembly is null || assembly.Location.Length == 0 || Path.GetDirectoryName(assembly.Location) == Path.TrimEndingDirectorySeparator(folder);
}
