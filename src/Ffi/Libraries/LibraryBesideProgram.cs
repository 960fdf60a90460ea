using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>The commonest answer of a search, without the search: the library lies in the program's own folder.</summary>
/// <remarks>Whatever this finds, <see cref="LibraryCandidates"/> would have found first. It is there for a program's first native call, which waits
/// until each method on the way to it is compiled: hence few methods, and those of the framework, which are compiled already; but none that handles
/// text by vectors, as searching and UTF-8 do, since loading what those need takes longer than all else.</remarks>
internal static class LibraryBesideProgram
{
    private const int FileExists = 0; // F_OK of access(2), POSIX.

    /// <summary>Loads the library, if a search everywhere would come to this file before all others.</summary>
    /// <param name="name">The library's name.</param>
    /// <param name="declaring">The assembly that declares the library, if one does: its folder comes before the program's.</param>
    /// <returns>The library; null where only a search can tell, or say why not.</returns>
    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "A bundled assembly has no folder, so that the program's is the first.")]
    public static LoadedLibrary? TryLoad(string name, Assembly? declaring)
    {
        string folder = AppContext.BaseDirectory;
        string declaredIn = declaring?.Location ?? "";
        bool isFirst = declaredIn.Length == 0 || Path.GetDirectoryName(declaredIn) == Path.TrimEndingDirectorySeparator(folder);
        return isFirst && FileIn(folder, name) is { } path && NativeLibrary.TryLoad(path, out nint handle) ? new LoadedLibrary(handle, path) : null;
    }

    /// <summary>What the library's file is called in a folder that is searched first. What lies in its <c>runtimes</c> would come before it.</summary>
    /// <returns>The path, whether or not the file is there; null where only a search can tell.</returns>
    public static string? FileIn(string folder, string name)
    {
        foreach (char c in name)
        {
            if (c is '.' or '/' or '\\' or ':')
            {
                return null;
            }
        }

        if (name.StartsWith("lib", StringComparison.Ordinal) || IsThere(Path.Join(folder, "runtimes")))
        {
            return null;
        }

        string fileName = LibraryPlatforms.Here switch
        {
            LibraryPlatform.Windows => name + ".dll",
            LibraryPlatform.MacOS => $"lib{name}.dylib",
            _ => $"lib{name}.so",
        };
        return Path.Join(folder, fileName);
    }

    private static unsafe bool IsThere(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return Directory.Exists(folder);
        }

        // An array and not the stack, which would have the JIT optimize this method at once, and that takes longer.
        byte[] path = new byte[folder.Length + 1];
        for (int i = 0; i < folder.Length; i++)
        {
            if (folder[i] > 0x7F)
            {
                return Directory.Exists(folder);
            }

            path[i] = (byte)folder[i];
        }

        nint access = NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), "access");
        fixed (byte* start = path)
        {
            return ((delegate* unmanaged<byte*, int, int>)access)(start, FileExists) == 0;
        }
    }
}
