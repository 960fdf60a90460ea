namespace Ffi.Headers.Digest;

/// <summary>What platforms are called in digests and on command lines: .NET's run-time identifiers.</summary>
public static class PlatformNames
{
    // In the order of the enumeration.
    private static readonly string[] s_names = ["linux-x64", "linux-arm64", "win-x64", "win-arm64", "osx-arm64"];

    /// <summary>Every platform, in the order in which digests list them.</summary>
    public static IReadOnlyList<Platform> All { get; } =
        [Platform.LinuxX64, Platform.LinuxArm64, Platform.WinX64, Platform.WinArm64, Platform.OsxArm64];

    /// <summary>The run-time identifier of a platform, such as <c>linux-x64</c>.</summary>
    public static string NameOf(Platform platform) => s_names[(int)platform];

    /// <summary>The operating system of a platform: <c>linux</c>, <c>win</c> or <c>osx</c>.</summary>
    public static string SystemOf(Platform platform) => NameOf(platform).Split('-')[0];

    /// <summary>The platforms that a name stands for: one for <c>linux-x64</c>, those of the system for <c>linux</c>; none if the name is
    /// unknown.</summary>
    public static PlatformSet Find(string name)
    {
        PlatformSet found = PlatformSet.None;
        foreach (Platform platform in All)
        {
            if (NameOf(platform) == name || SystemOf(platform) == name)
            {
                found = found.With(platform);
            }
        }

        return found;
    }
}
