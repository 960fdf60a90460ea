namespace Ffi;

/// <summary>The file names that a library's name may stand for on one platform.</summary>
/// <param name="Exact">File names in the order to try them.</param>
/// <param name="Versioned">The same with a version, <c>*</c> in its place; empty if the name has its own.</param>
internal sealed record LibraryFileNames(IReadOnlyList<string> Exact, IReadOnlyList<string> Versioned)
{
    private static readonly string[] Suffixes = [".so", ".dylib", ".dll"];

    public static LibraryFileNames Of(string name, LibraryPlatform platform)
    {
        if (HasVersion(name))
        {
            return new LibraryFileNames([name, .. WithPrefix(name)], []);
        }

        string suffix = Suffixes[(int)platform];
        string stem = Array.Find(Suffixes, known => name.EndsWith(known, StringComparison.OrdinalIgnoreCase)) is { } other
            ? name[..^other.Length]
            : name;

        // A name as the system's own tools write it is tried as written before anything is put in front of it.
        bool isFileName = name.EndsWith(
            suffix,
            platform == LibraryPlatform.Windows ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        bool prefersPrefix = platform != LibraryPlatform.Windows && !isFileName && !HasPrefix(stem);
        (string first, string second) = prefersPrefix ? ("lib" + stem, stem) : (stem, "lib" + stem);

        string[] exact = [first + suffix, second + suffix];
        return new LibraryFileNames(
            Array.IndexOf(exact, name) < 0 ? [.. exact, name] : exact,
            platform switch
            {
                LibraryPlatform.Linux => [first + suffix + ".*", second + suffix + ".*"],
                LibraryPlatform.MacOS => [first + ".*" + suffix, second + ".*" + suffix],
                _ => [],
            });
    }

    // libsqlite3.so.0, libfoo.so.1.2: who writes a version wants that one.
    private static bool HasVersion(string name)
    {
        int version = name.AsSpan().LastIndexOf(".so.");
        return version > 0 && LibraryVersion.TryParse(name.AsSpan(version + ".so.".Length), out _);
    }

    private static bool HasPrefix(string name) => name.StartsWith("lib", StringComparison.Ordinal);

    private static IEnumerable<string> WithPrefix(string name) => HasPrefix(name) ? [] : ["lib" + name];
}
