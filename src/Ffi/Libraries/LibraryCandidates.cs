namespace Ffi;

/// <summary>From a library's name to what is tried for it, in order. Looks at no disk: the rules of every platform hold on each.</summary>
internal static class LibraryCandidates
{
    public static IEnumerable<LibraryCandidate> Of(string name, LibrarySearch search)
    {
        if (IsPath(name, search.Platform))
        {
            yield return new LibraryCandidate("", name);
            yield break;
        }

        LibraryFileNames names = LibraryFileNames.Of(name, search.Platform);
        foreach (string directory in (string[])[.. search.OwnDirectories, .. search.LoaderDirectories])
        {
            foreach (string file in names.Exact)
            {
                yield return new LibraryCandidate(directory, file);
            }

            foreach (string file in names.Versioned)
            {
                yield return new LibraryCandidate(directory, file, AnyVersion: true);
            }
        }

        foreach (LibraryCandidate candidate in search.AsksLoader ? OfSystem(name, names, search) : [])
        {
            yield return candidate;
        }
    }

    private static IEnumerable<LibraryCandidate> OfSystem(string name, LibraryFileNames names, LibrarySearch search)
    {
        IEnumerable<LibraryCandidate> candidates = In(null, names.Exact);
        if (search.HasLoaderCache)
        {
            candidates = candidates.Concat(In(null, names.Versioned, anyVersion: true));
        }

        // What macOS' loader does not search by itself may hold a plain file name too.
        candidates = candidates.Concat(search.SystemDirectories.SelectMany(directory => search.Platform == LibraryPlatform.MacOS
            ? In(directory, names.Exact).Concat(In(directory, names.Versioned, anyVersion: true))
            : In(directory, names.Versioned, anyVersion: true)));

        return search.Platform == LibraryPlatform.MacOS
            ? candidates.Append(new LibraryCandidate(null, $"/System/Library/Frameworks/{name}.framework/{name}"))
            : candidates;
    }

    private static IEnumerable<LibraryCandidate> In(string? directory, IReadOnlyList<string> files, bool anyVersion = false) =>
        files.Select(file => new LibraryCandidate(directory, file, anyVersion));

    private static bool IsPath(string name, LibraryPlatform platform) =>
        name.Contains('/') || (platform == LibraryPlatform.Windows && (name.Contains('\\') || name.Contains(':')));
}
