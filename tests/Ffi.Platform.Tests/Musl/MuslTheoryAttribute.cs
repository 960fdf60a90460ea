namespace Ffi.Platform.Tests.Musl;

/// <summary>A test that runs programs for musl: skipped where musl or its compiler is missing, but not in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MuslTheoryAttribute : TheoryAttribute
{
    public MuslTheoryAttribute() => Skip = MuslPrograms.Obstacle;
}
