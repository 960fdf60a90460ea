namespace Ffi.Package.Tests.Consumers;

/// <summary>A test with data whose programs call libc and libm.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = UnixFactAttribute.Obstacle;
}
