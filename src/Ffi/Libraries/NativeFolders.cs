namespace Ffi;

/// <summary>The folders beside a program or an assembly that hold native libraries.</summary>
internal static class NativeFolders
{
    /// <returns><c>runtimes/&lt;rid&gt;/native</c> from the closest runtime identifier to the most general, then the folder
    /// itself.</returns>
    public static IEnumerable<string> In(string folder, string runtimeIdentifier) =>
        [.. FallbacksOf(runtimeIdentifier).ConvertAll(rid => Path.Join(folder, "runtimes", rid, "native")), folder];

    /// <summary>A runtime identifier and the more general ones that it may use files of, as in the .NET runtime identifier graph.</summary>
    public static List<string> FallbacksOf(string runtimeIdentifier)
    {
        int dash = runtimeIdentifier.LastIndexOf('-');
        if (dash < 0)
        {
            return [runtimeIdentifier];
        }

        string architecture = runtimeIdentifier[dash..];
        string[] systems = runtimeIdentifier[..dash] switch
        {
            "linux-musl" => ["linux-musl", "linux", "unix"],
            "linux" => ["linux", "unix"],
            "osx" => ["osx", "unix"],
            "win" => ["win"],
            // A system of its own, such as debian.12 or win10, is one of the portable three underneath.
            var own when own.StartsWith("win", StringComparison.Ordinal) => [own, "win"],
            var own when own.StartsWith("osx", StringComparison.Ordinal) => [own, "osx", "unix"],
            var own => [own, "linux", "unix"],
        };

        List<string> fallbacks = [];
        foreach (string system in systems)
        {
            fallbacks.AddRange([system + architecture, system]);
        }

        return [.. fallbacks, "any"];
    }
}
