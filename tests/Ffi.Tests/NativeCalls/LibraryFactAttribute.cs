using System.Runtime.InteropServices;

namespace Ffi.Tests.NativeCalls;

/// <summary>A fact that needs a library of the system: skipped where it is missing, but not on the Linux build machines.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LibraryFactAttribute : FactAttribute
{
    public LibraryFactAttribute(string name, string file)
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = $"{file} is a name of Linux.";
        }
        else if (Environment.GetEnvironmentVariable("CI") != "true" && !NativeLibrary.TryLoad(file, out _))
        {
            Skip = $"{name} is not installed here ({file}).";
        }
    }
}
