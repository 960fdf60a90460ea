namespace Ffi.Generators.Tests.Documentation;

/// <summary>A theory about cultures, whose data is ICU's. CI has it, and fails on a skipped test.</summary>
internal sealed class IcuTheoryAttribute : TheoryAttribute
{
    public IcuTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "Only Linux takes a process's culture from its environment.";
        }
        else if (!NativeModule.TryLoad("icuuc", out _))
        {
            Skip = "ICU is not installed (Debian, Ubuntu: apt install libicu72).";
        }
    }
}
