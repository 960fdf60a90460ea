using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>The digests that there are, and which of them describes a library.</summary>
public sealed class DigestSet
{
    private readonly Dictionary<string, List<DigestIndex>> _byLibrary = new(StringComparer.Ordinal);

    /// <summary>Reads the names of digests once.</summary>
    public DigestSet(IEnumerable<HeaderDigest> digests)
        : this(digests.Select(static digest => new DigestIndex(digest)))
    {
    }

    /// <summary>Uses digests that were read.</summary>
    public DigestSet(IEnumerable<DigestIndex> digests)
    {
        All = [.. digests];
        foreach (DigestIndex index in All)
        {
            foreach (string name in LibraryNames.Of(index.Digest).Distinct())
            {
                if (!_byLibrary.TryGetValue(name, out List<DigestIndex>? list))
                {
                    _byLibrary.Add(name, list = []);
                }

                list.Add(index);
            }
        }
    }

    /// <summary>All digests.</summary>
    public IReadOnlyList<DigestIndex> All { get; }

    /// <summary>Whether a digest has just this name of a library, so that it describes the right build: another may differ in its
    /// conventions.</summary>
    public bool IsNameOf(string library) => _byLibrary.ContainsKey(LibraryNames.Of(library).First());

    /// <summary>The digests for a library as a declaration names it: <c>libsqlite3.so.0</c>, <c>e_sqlite3</c>,
    /// <c>git2-106a6f2</c>.</summary>
    public IReadOnlyList<DigestIndex> Of(string library)
    {
        foreach (string name in LibraryNames.Of(library))
        {
            if (_byLibrary.TryGetValue(name, out List<DigestIndex>? found))
            {
                return found;
            }
        }

        return [];
    }
}
