namespace Ffi.Tool.Sources;

/// <summary>The libraries whose digests come with the tool.</summary>
internal static class KnownLibraries
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "headers");

    /// <summary>Their names, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        Directory.Exists(s_folder)
            ?
            [
                .. Directory
                    .GetFiles(s_folder, "*" + DigestSource.Extension)
                    .Select(static file => Path.GetFileNameWithoutExtension(file))
                    .Order(StringComparer.OrdinalIgnoreCase),
            ]
            : [];

    /// <summary>The file of a library's digest; null if it is unknown.</summary>
    public static string? Find(string name) =>
        Names.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Path.Combine(s_folder, found + DigestSource.Extension)
            : null;

    /// <summary>The libraries whose digests have a word anywhere.</summary>
    public static IEnumerable<string> With(string word) =>
        Names.Where(name => File.ReadAllText(Find(name)!).Contains(word, StringComparison.Ordinal));

    /// <summary>Says that a name stands for nothing, and what there is.</summary>
    public static string Unknown(string name) =>
        $"There is no file '{name}', and no digest of a library with that name comes with the tool. Digests come with the tool for {(Names.Count == 0 ? "no library" : string.Join(", ", Names))}.";
}
