namespace Ffi.Package.Tests.Consumers;

/// <summary>A test whose program calls libc and libm.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "The programs call libc and libm, which Windows has under other names.";
        }
    }
}
