using System.Runtime.CompilerServices;

namespace Ffi;

/// <summary>Half barriers, which .NET has from version 10 on; whole ones before.</summary>
internal static class Fence
{
    /// <summary>What was read before is read before what comes after.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Acquire()
    {
#if NET10_0_OR_GREATER
        Volatile.ReadBarrier();
#else
        Interlocked.MemoryBarrier();
#endif
    }

    /// <summary>What was written before is seen before what is written after.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Release()
    {
#if NET10_0_OR_GREATER
        Volatile.WriteBarrier();
#else
        Interlocked.MemoryBarrier();
#endif
    }
}
