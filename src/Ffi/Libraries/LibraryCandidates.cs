namespace Ffi;

/// <summary>From a library's name to what is tried for it, in order. Looks at no disk: the rules of every platform hold on each.</summary>
internal static class LibraryCandidates
{
    public static IReadOnlyList<LibraryCandidate> Of(string name, LibrarySearch search)
    {
        if (IsPath(name, search.Platform))
        {
            return [new LibraryCandidate("", name)];
        }

        LibraryFileNames names = LibraryFileNames.Of(name, search.Platform);
        List<LibraryCandidate> candidates = [];
        foreach (string directory in search.OwnDirectories.Concat(search.LoaderDirectories))
        {
            candidates.AddRange(names.Exact.Select(file => new LibraryCandidate(directory, file)));
            candidates.AddRange(names.Versioned.Select(file => new LibraryCandidate(directory, file, AnyVersion: true)));
        }

        if (!search.AsksLoader)
        {
            return candidates;
        }

        candidates.AddRange(names.Exact.Select(file => new LibraryCandidate(null, file)));
        if (search.HasLoaderCache)
        {
            candidates.AddRange(names.Versioned.Select(file => new LibraryCandidate(null, file, AnyVersion: true)));
        }

        foreach (string directory in search.SystemDirectories)
        {
            // What macOS' loader does not search by itself may hold a plain file name too.
            if (search.Platform == LibraryPlatform.MacOS)
            {
                candidates.AddRange(names.Exact.Select(file => new LibraryCandidate(directory, file)));
            }

            candidates.AddRange(names.Versioned.Select(file => new LibraryCandidate(directory, file, AnyVersion: true)));
        }

        if (search.Platform == LibraryPlatform.MacOS)
        {
            candidates.Add(new LibraryCandidate(null, $"/System/Library/Frameworks/{name}.framework/{name}"));
        }

        return candidates;
    }

    private static bool IsPath(string name, LibraryPlatform platform) =>
        name.Contains('/') || (platform == LibraryPlatform.Windows && (name.Contains('\\') || name.Contains(':')));
}
