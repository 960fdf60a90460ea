using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>The names by which a library and its digest find each other.</summary>
internal static class LibraryNames
{
    private static readonly string[] s_suffixes = [".dll", ".dylib", ".so", ".framework"];

    /// <summary>What a digest answers to: its library, and its headers without folder and ending.</summary>
    public static IEnumerable<string> Of(HeaderDigest digest) => digest.Library is { } library
        ? digest.Headers.SelectMany(HeaderNames).Concat(library.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Plain))
        : digest.Headers.SelectMany(HeaderNames);

    /// <summary>What a library in a declaration may be called in a digest, the surest first.</summary>
    public static IEnumerable<string> Of(string library)
    {
        string plain = Plain(library);
        yield return plain;

        // Bundled builds have a prefix or a suffix of their own: e_sqlite3, winsqlite3, git2-106a6f2, zstd_x64, SDL2-2.0.
        string start = plain.Split('-')[0];
        yield return start;
        foreach (string prefix in (string[])["e_", "win"])
        {
            if (start.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return start.Substring(prefix.Length);
            }
        }

        foreach (string suffix in (string[])["_x64", "_x86", "_arm64", "x64", "64", "32", "d", "1"])
        {
            if (start.EndsWith(suffix, StringComparison.Ordinal))
            {
                yield return start.Substring(0, start.Length - suffix.Length);
            }
        }
    }

    // The name in lower case, without folder, 'lib' and what follows the name in a file's.
    private static string Plain(string library)
    {
        string name = library.Substring(library.LastIndexOfAny(['/', '\\']) + 1).ToLowerInvariant();
        foreach (string suffix in s_suffixes)
        {
            int at = name.IndexOf(suffix, StringComparison.Ordinal);
            if (at > 0 && (at + suffix.Length == name.Length || name[at + suffix.Length] == '.'))
            {
                name = name.Substring(0, at);
            }
        }

        return name.Length > 3 && name.StartsWith("lib", StringComparison.Ordinal) ? name.Substring(3) : name;
    }

    private static IEnumerable<string> HeaderNames(string header)
    {
        string file = header.Substring(header.LastIndexOf('/') + 1);
        yield return Plain(file.EndsWith(".h", StringComparison.Ordinal) ? file.Substring(0, file.Length - 2) : file);
    }
}
