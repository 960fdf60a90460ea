namespace Ffi.Tests.Testing;

/// <summary>Tests that publish programs for Linux, as native code or nearly, which downloads compilers and takes minutes.</summary>
internal static class Publishing
{
    /// <summary>Why they don't run here; null where they do.</summary>
    public static string? Obstacle { get; } =
        !OperatingSystem.IsLinux() ? "Publishes for Linux, and runs there."
        : Environment.GetEnvironmentVariable("CI") != "true" && Environment.GetEnvironmentVariable("FFI_AOT_TESTS") != "1"
            ? "Publishes, which downloads compilers and takes minutes. Set FFI_AOT_TESTS=1 to run it."
        : null;
}
