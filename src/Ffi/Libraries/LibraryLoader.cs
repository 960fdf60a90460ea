using System.Reflection;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>Tries candidates until one loads.</summary>
internal static class LibraryLoader
{
    /// <summary>Loads a library from the file that the program has chosen for its name, else from where a search finds it.</summary>
    /// <param name="name">A name or a path.</param>
    /// <exception cref="NativeLibraryNotFoundException">No candidate loads.</exception>
    public static LoadedLibrary Load(string name)
    {
        string? chosen = ChosenPaths.Instance.Find(name, declaring: null);
        return TryLoad(chosen ?? name, declaring: null, searchPath: null)
            ?? throw NotFound(name, declaring: null, searchPath: null, chosen);
    }

    /// <inheritdoc cref="Load(string)"/>
    /// <returns>The library; null if no candidate loads.</returns>
    public static LoadedLibrary? TryLoad(string name) =>
        TryLoad(ChosenPaths.Instance.Find(name, declaring: null) ?? name, declaring: null, searchPath: null);

    /// <summary>Loads a library, from beside the program or from where a search finds it.</summary>
    /// <param name="name">A name or a path.</param>
    /// <param name="declaring">The assembly that declares the library, if one does.</param>
    /// <param name="searchPath">Where to look; null for everywhere.</param>
    /// <returns>The library; null if no candidate loads.</returns>
    public static LoadedLibrary? TryLoad(string name, Assembly? declaring, DllImportSearchPath? searchPath) =>
        (searchPath is null ? LibraryBesideProgram.TryLoad(name, declaring) : null) ?? Search(name, declaring, searchPath);

    /// <summary>Why a library could not be loaded, found out by a second search: most searches pass some candidates that are not there, and
    /// a search that succeeds need not say why not.</summary>
    /// <param name="name">A name or a path.</param>
    /// <param name="declaring">The assembly that declares the library, if one does.</param>
    /// <param name="searchPath">Where to look; null for everywhere.</param>
    /// <param name="chosen">What the program has chosen to be loaded in its place; null if it has chosen nothing.</param>
    public static NativeLibraryNotFoundException NotFound(
        string name,
        Assembly? declaring,
        DllImportSearchPath? searchPath,
        string? chosen = null)
    {
        var attempts = new List<NativeLibraryAttempt>();
        if (TryLoad(chosen ?? name, LibrarySearch.Here(declaring, searchPath), attempts) is { } library)
        {
            // It has come meanwhile; the next call finds it.
            DynamicLoader.Close(library.Handle);
        }

        return new NativeLibraryNotFoundException(name, attempts, chosen);
    }

    /// <param name="name">A name or a path.</param>
    /// <param name="search">Where to look.</param>
    /// <param name="attempts">Takes what failed; null if nobody asks why.</param>
    /// <returns>The library; null if no candidate loads.</returns>
    public static LoadedLibrary? TryLoad(string name, LibrarySearch search, List<NativeLibraryAttempt>? attempts)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        foreach (LibraryCandidate candidate in LibraryCandidates.Of(name, search))
        {
            if (TryLoad(candidate, search, attempts) is { } library)
            {
                return library;
            }
        }

        return null;
    }

    // Apart from the rest, since a program that finds its library beside itself then never loads what only a search needs.
    private static LoadedLibrary? Search(string name, Assembly? declaring, DllImportSearchPath? searchPath) =>
        TryLoad(name, LibrarySearch.Here(declaring, searchPath), attempts: null);

    private static LoadedLibrary? TryLoad(LibraryCandidate candidate, LibrarySearch search, List<NativeLibraryAttempt>? attempts)
    {
        if (candidate.AnyVersion)
        {
            return TryLoadVersions(candidate, search, attempts);
        }

        if (candidate.Directory is null)
        {
            return TryOpen(candidate.FileName, search.WindowsFlags, attempts);
        }

        string path = Path.GetFullPath(candidate.ToString());
        if (!File.Exists(path))
        {
            attempts?.Add(new NativeLibraryAttempt(path, Missing(path)));
            return null;
        }

        // The library's own folder comes first for what the library depends on, unless the search path says otherwise.
        return TryOpen(path, search.WindowsFlags == 0 ? WindowsSearchFlags.AlteredSearchPath : search.WindowsFlags, attempts);
    }

    private static LoadedLibrary? TryLoadVersions(LibraryCandidate pattern, LibrarySearch search, List<NativeLibraryAttempt>? attempts)
    {
        IReadOnlyList<string> fileNames = LibraryVersion.HighestFirst(
            pattern.FileName, pattern.Directory is { } directory ? FilesIn(directory) : LoaderCache.SonamesHere());
        if (fileNames.Count == 0)
        {
            attempts?.Add(
                new NativeLibraryAttempt(pattern.ToString(), pattern.Directory is null ? "not there" : Missing(pattern.ToString())));
        }

        foreach (string fileName in fileNames)
        {
            if (TryLoad(new LibraryCandidate(pattern.Directory, fileName), search, attempts) is { } library)
            {
                return library;
            }
        }

        return null;
    }

    private static LoadedLibrary? TryOpen(string file, WindowsSearchFlags flags, List<NativeLibraryAttempt>? attempts)
    {
        nint handle = DynamicLoader.Open(file, flags, out string error);
        if (handle != 0)
        {
            return new LoadedLibrary(handle, file);
        }

        attempts?.Add(new NativeLibraryAttempt(file, WhyNot(file, error)));
        return null;
    }

    private static string Missing(string path) => Directory.Exists(Path.GetDirectoryName(path)) ? "not there" : "no such folder";

    // A header tells more than "wrong ELF class". Of a name, the loader says first which file it took it for.
    private static string WhyNot(string file, string error)
    {
        int colon = error.IndexOf(": ", StringComparison.Ordinal);
        string found = colon > 0 && error.StartsWith('/') ? error[..colon] : file;
        string words = error.StartsWith(file + ": ", StringComparison.Ordinal) ? error[(file.Length + 2)..] : error;
        return Path.IsPathRooted(found) && BinaryHeader.Objection(found) is { } objection
            ? found == file ? objection : $"{found} {objection}"
            : words;
    }

    private static string[] FilesIn(string directory)
    {
        try
        {
            return Directory.Exists(directory) ? Array.ConvertAll(Directory.GetFiles(directory), path => Path.GetFileName(path)) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
