namespace Ffi.Bindgen.Tests.Testing;

/// <summary>A test over the corpus: skipped where headers or compilers are missing, but not in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public CorpusTheoryAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && (Compilers.Missing ?? MissingPackages()) is { } missing)
        {
            Skip = $"Compares with C compilers, over libraries' headers. Missing: {missing}.";
        }
    }

    private static string? MissingPackages() =>
        string.Join(' ', CorpusLibrary.All.Where(static library => !library.IsInstalled).Select(static library => library.Package))
            is { Length: > 0 } packages
            ? packages
            : null;
}
