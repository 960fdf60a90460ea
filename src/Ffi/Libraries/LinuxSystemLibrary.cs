using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>A library of the system, on Linux, without the search: what the loader says to a plain name, and its cache to one without a
/// version.</summary>
/// <remarks>Only where one look at each folder that a search begins with shows that nothing there can be meant. See
/// <see cref="LibraryBesideProgram"/>
/// for what this does without, and why.</remarks>
internal static class LinuxSystemLibrary
{
    /// <param name="name">The library's name.</param>
    /// <param name="folder">The program's folder.</param>
    /// <param name="hasNoRuntimes">Whether its <c>runtimes</c> has been looked at, and holds nothing of that name.</param>
    /// <returns>The library; null where only a search can tell.</returns>
    public static LoadedLibrary? TryLoad(string name, string folder, bool hasNoRuntimes = false)
    {
        bool hasVersion = false;
        if (IsFileName(name, ref hasVersion)
            || (!hasNoRuntimes && FolderLook.HasRuntimesFor(folder, name))
            || FolderLook.MayHold(folder, name)
            || MayAnyHold(AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string, name, folder)
            || MayAnyHold(Environment.GetEnvironmentVariable("LD_LIBRARY_PATH"), name, folder))
        {
            return null;
        }

        // The order of LibraryFileNames.
        if (hasVersion)
        {
            return TryOpen(name) ?? TryOpen("lib" + name);
        }

        bool hasPrefix = name is ['l', 'i', 'b', ..];
        string first = (hasPrefix ? name : "lib" + name) + ".so";
        string second = (hasPrefix ? "lib" + name : name) + ".so";
        return TryOpen(first)
            ?? TryOpen(second)
            ?? TryOpen(name)
            ?? (LoaderCacheLook.OnlyVersionOf(first) is { } file ? TryOpen(file) : null);
    }

    /// <summary>Whether a name is a file's: one with a folder, or with an ending that a search would think about.</summary>
    /// <param name="name">The name.</param>
    /// <param name="hasVersion">Becomes whether it is that of a versioned file, <c>libz.so.1</c>, which stands for that file only.</param>
    private static bool IsFileName(string name, ref bool hasVersion)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] == '/')
            {
                return true;
            }

            if (name[i] == '.' && IsEnding(name, i, ref hasVersion))
            {
                return !hasVersion;
            }
        }

        return false;
    }

    private static bool IsEnding(string name, int dot, ref bool hasVersion)
    {
        string ending = name.Substring(dot);
        hasVersion = dot > 0 && ending.StartsWith(".so.", StringComparison.Ordinal) && IsVersion(ending);
        return hasVersion
            || ending.StartsWith(".so", StringComparison.OrdinalIgnoreCase)
            || ending.StartsWith(".dll", StringComparison.OrdinalIgnoreCase)
            || ending.StartsWith(".dylib", StringComparison.OrdinalIgnoreCase);
    }

    // Short ones only, which are numbers for certain.
    private static bool IsVersion(string ending)
    {
        bool isNumber = false;
        for (int i = ".so.".Length; i < ending.Length; i++)
        {
            bool isDigit = ending[i] is >= '0' and <= '9';
            if (!isDigit && (ending[i] != '.' || !isNumber))
            {
                return false;
            }

            isNumber = isDigit;
        }

        return isNumber && ending.Length < 20;
    }

    private static bool MayAnyHold(string? folders, string name, string known)
    {
        int start = 0;
        for (int i = 0; folders is not null && i <= folders.Length; i++)
        {
            if (i < folders.Length && folders[i] != ':')
            {
                continue;
            }

            string folder = folders.Substring(start, i - start).Trim();
            start = i + 1;
            if (folder.Length > 0 && folder != known && FolderLook.MayHold(folder, name))
            {
                return true;
            }
        }

        return false;
    }

    private static LoadedLibrary? TryOpen(string file) =>
        NativeLibrary.TryLoad(file, out nint handle) ? new LoadedLibrary(handle, file) : null;
}
