using Ffi.Tests.Testing;

namespace Ffi.Platform.Tests.Linux;

/// <summary>A test that publishes for Linux: it needs the compilers that do so, and takes minutes.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublishFactAttribute : FactAttribute
{
    public PublishFactAttribute() => Skip = Publishing.Obstacle;
}
