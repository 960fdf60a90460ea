namespace Ffi.Generators.Tests.Documentation;

/// <summary>A theory about C, which needs a compiler of it. CI has one, and fails on a skipped test.</summary>
internal sealed class CCompilerTheoryAttribute : TheoryAttribute
{
    public CCompilerTheoryAttribute()
    {
        if (CBlock.Compiler is null)
        {
            Skip = "No C compiler was found: neither $CC nor cc, gcc or clang.";
        }
    }
}
