namespace Ffi.Platform.Tests.Arm64;

/// <summary>A test that runs arm64 programs: skipped where the emulator or the are passed compiler is missing, but not in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class QemuTheoryAttribute : TheoryAttribute
{
    public QemuTheoryAttribute() => Skip = Qemu.Obstacle;
}
