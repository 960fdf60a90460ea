using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>The commonest answers of a search, without the search: the library is in the program's own folder, or, on Linux, in the
/// system's.</summary>
/// <remarks>Whatever this finds, <see cref="LibraryCandidates"/> would have found first. It is there for a program's first native call,
/// which waits until each method on the way to it is compiled: hence few methods, and those of the framework, which are compiled already;
/// but none that handles text by vectors, as searching and UTF-8 do, since loading what those need takes longer than all else.</remarks>
internal static class LibraryBesideProgram
{
    /// <summary>Loads the library, if a search everywhere would come to this file before all others.</summary>
    /// <param name="name">The library's name.</param>
    /// <param name="declaring">The assembly that declares the library, if one does: its folder comes before the program's.</param>
    /// <returns>The library; null if only a search can tell, or say why not.</returns>
    [UnconditionalSuppressMessage(
        "SingleFile",
        "IL3000",
        Justification = "A bundled assembly has no folder, so that the program's is the first.")]
    public static LoadedLibrary? TryLoad(string name, Assembly? declaring)
    {
        string folder = AppContext.BaseDirectory;
        string declaredIn = declaring?.Location ?? "";
        if (declaredIn.Length != 0 && !IsIn(folder, declaredIn))
        {
            return null;
        }

        string? path = FileIn(folder, name);
        return path is not null && NativeLibrary.TryLoad(path, out nint handle) ? new LoadedLibrary(handle, path)
            : OperatingSystem.IsLinux() ? LinuxSystemLibrary.TryLoad(name, folder, hasNoRuntimes: path is not null)
            : null;
    }

    /// <summary>What the library's file is called in a folder that is searched first. What is in its <c>runtimes</c> would come before
    /// it.</summary>
    /// <param name="folder">The folder's path, with a separator at its end.</param>
    /// <param name="name">The library's name.</param>
    /// <returns>The path, whether or not the file is there; null if only a search can tell.</returns>
    public static string? FileIn(string folder, string name)
    {
        foreach (char c in name)
        {
            if (c is '.' or '/' or '\\' or ':')
            {
                return null;
            }
        }

        if (name is ['l', 'i', 'b', ..] || FolderLook.HasRuntimesFor(folder, name))
        {
            return null;
        }

        return folder + (OperatingSystem.IsLinux() ? "lib" + name + ".so" : FileNameOf(name));
    }

    private static string FileNameOf(string name) => LibraryPlatforms.Here switch
    {
        LibraryPlatform.Windows => name + ".dll",
        LibraryPlatform.MacOS => $"lib{name}.dylib",
        _ => $"lib{name}.so",
    };

    private static bool IsIn(string folder, string file)
    {
        for (int i = 0; i < file.Length; i++)
        {
            if (i < folder.Length ? file[i] != folder[i] : file[i] is '/' or '\\')
            {
                return false;
            }
        }

        return file.Length > folder.Length;
    }
}
