using Ffi.Tests.Testing;

namespace Ffi.Tests.Memory;

/// <summary>A test that compiles with NativeAOT: it needs the ILCompiler package and a linker, and takes its time.</summary>
internal sealed class AotFactAttribute : FactAttribute
{
    public AotFactAttribute() => Skip = Publishing.Obstacle;
}
