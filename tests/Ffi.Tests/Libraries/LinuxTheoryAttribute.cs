namespace Ffi.Tests.Libraries;

/// <summary>What holds on Linux only.</summary>
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "Names and finds libraries by Linux' rules.";
        }
    }
}
