namespace Ffi.Bindgen.Tests.Testing;

/// <summary>A test that compares with C compilers, for Windows too: skipped where one is missing, but not in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CompilerTheoryAttribute : TheoryAttribute
{
    public CompilerTheoryAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && Compilers.Missing is { } missing)
        {
            Skip = $"Compares with C compilers. Missing: {missing}.";
        }
    }
}
