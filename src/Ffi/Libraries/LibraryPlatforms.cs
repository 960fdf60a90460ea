namespace Ffi;

/// <summary>Which platform's rules are this process's.</summary>
internal static class LibraryPlatforms
{
    public static LibraryPlatform Here =>
        OperatingSystem.IsWindows() ? LibraryPlatform.Windows
        : OperatingSystem.IsMacOS() || OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() ? LibraryPlatform.MacOS
        : LibraryPlatform.Linux;
}
