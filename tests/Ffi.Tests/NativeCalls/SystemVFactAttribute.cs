using System.Runtime.InteropServices;

namespace Ffi.Tests.NativeCalls;

/// <summary>A fact about System V x86-64 that other platforms don't have.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SystemVFactAttribute : FactAttribute
{
    public SystemVFactAttribute()
    {
        if (OperatingSystem.IsWindows() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            Skip = "Only System V x86-64 counts vector registers in AL.";
        }
    }
}
