namespace Ffi.Tests.Libraries;

/// <summary>A test with libraries that the machine's C compiler makes, which are named and found as Linux does it.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "Makes and finds libraries by Linux' rules. The rules of other systems are tested as tables.";
        }
    }
}
