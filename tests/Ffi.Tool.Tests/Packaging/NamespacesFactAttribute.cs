using System.Runtime.InteropServices;

namespace Ffi.Tool.Tests.Packaging;

/// <summary>A test that hides folders from a program: skipped where that isn't possible, but not in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NamespacesFactAttribute : FactAttribute
{
    /// <summary>Why no folder can be hidden here; null where it can.</summary>
    public static string? Obstacle { get; } =
        !OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64
            ? "The tool's package with libclang is for linux-x64."
        : Environment.GetEnvironmentVariable("CI") != "true" && !File.Exists("/usr/bin/unshare")
            ? "Hides the system's headers in a mount namespace. Missing: unshare."
        : null;

    public NamespacesFactAttribute() => Skip = Obstacle;
}
