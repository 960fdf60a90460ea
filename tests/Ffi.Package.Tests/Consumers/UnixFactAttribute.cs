namespace Ffi.Package.Tests.Consumers;

/// <summary>A test whose program calls libc and libm.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    /// <summary>Why such a program doesn't run here; null where it does.</summary>
    public static string? Obstacle { get; } =
        OperatingSystem.IsWindows() ? "The programs call libc and libm, which Windows has under other names." : null;

    public UnixFactAttribute() => Skip = Obstacle;
}
