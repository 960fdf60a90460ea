using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>Says where something can be used.</summary>
internal static class SupportedPlatforms
{
    private static readonly (string System, string Name)[] s_names = [("linux", "linux"), ("win", "windows"), ("osx", "macos")];

    /// <summary>An attribute for each system; none if it can be used wherever the header can.</summary>
    public static IReadOnlyList<string> Attributes(PlatformSet platforms, PlatformSet all) =>
        platforms.Includes(all)
            ? []
            :
            [
                .. s_names
                    .Where(pair => !PlatformNames.Find(pair.System).Intersect(platforms).Intersect(all).IsEmpty)
                    .Select(static pair => $"[SupportedOSPlatform(\"{pair.Name}\")]"),
            ];

    /// <summary>A word for some of the systems, for a name.</summary>
    public static string Suffix(PlatformSet platforms)
    {
        string[] systems = [.. platforms.Select(PlatformNames.SystemOf).Distinct()];
        return string.Concat(systems) switch
        {
            "linuxosx" => "OnUnix",
            "win" => "OnWindows",
            "osx" => "OnMacOS",
            "linux" => "OnLinux",
            _ => "On" + string.Concat(systems.Select(static system => char.ToUpperInvariant(system[0]) + system[1..])),
        };
    }
}
