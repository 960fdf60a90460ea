namespace Ffi.Platform.Tests.Testing;

/// <summary>Programs of the machine that a test needs beside the SDK.</summary>
internal static class Tool
{
    // Debian keeps wine64 off the path.
    private static readonly string[] s_folders =
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
        "/usr/lib/wine",
    ];

    /// <summary>The full path of the first of the programs that is installed; null where none is.</summary>
    public static string? Find(params string[] names) =>
        names.SelectMany(_ => s_folders, (name, folder) => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Why a test is skipped that needs all of these; null where they are there, and in CI, which installs them.</summary>
    /// <param name="purpose">What the test does, as a sentence without its full stop.</param>
    public static string? Obstacle(string purpose, string packages, params string?[] tools) =>
        Environment.GetEnvironmentVariable("CI") == "true" || !tools.Contains(null) ? null : $"{purpose} (apt install {packages}).";
}
