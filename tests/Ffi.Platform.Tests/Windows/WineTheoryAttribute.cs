using Ffi.Platform.Tests.Testing;

namespace Ffi.Platform.Tests.Windows;

/// <summary>A test that runs Windows programs: skipped where wine or the are passed compiler is missing, but not in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WineTheoryAttribute : TheoryAttribute
{
    public WineTheoryAttribute() =>
        Skip = Tool.Obstacle("Runs Windows programs under wine, on Linux", "wine64 gcc-mingw-w64-x86-64", Wine.Loader, Wine.Compiler);
}
