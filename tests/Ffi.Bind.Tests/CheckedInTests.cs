using Ffi.Tests.Testing;
using Ffi.Tool.Tests.Testing;

namespace Ffi.Bind.Tests;

/// <summary>The binding that the runtime's tests call on every platform is what the command writes.</summary>
public sealed class CheckedInTests
{
    [Fact]
    public void Binding_ThatRunsOnEveryPlatform_IsWhatTheCommandWrites() =>
        Assert.Contains("nothing to write", ToolRun.Clean("bind", "-o", Repository.PathOf("tests/Ffi.Tests/Bound"), "--check"));
}
