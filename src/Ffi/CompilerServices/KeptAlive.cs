using System.Runtime.CompilerServices;

namespace Ffi.CompilerServices;

/// <summary>Keeps the owner of memory reachable up to the point where this is called.</summary>
/// <remarks>Generated code calls this after a native call; programs don't have to. Allocates nothing.</remarks>
public static class KeptAlive
{
    /// <summary>Keeps the owner of a memory from being finalized before this call.</summary>
    /// <param name="memory">The memory whose owner native code relied on.</param>
    /// <typeparam name="T">What the memory holds.</typeparam>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Owner<T>(in Memory<T> memory) => _ = memory.Length;

    /// <inheritdoc cref="Owner{T}(in Memory{T})"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Owner<T>(in ReadOnlyMemory<T> memory) => _ = memory.Length;
}
