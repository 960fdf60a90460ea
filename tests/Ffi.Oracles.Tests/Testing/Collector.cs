using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Oracles.Tests;

/// <summary>A collector that moves what it may move and ends what it may end, when told to.</summary>
internal static unsafe class Collector
{
    /// <summary>An array with garbage below it, so that compaction moves it down.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int[] MovableArray()
    {
        for (int i = 0; i < 2_000; i++)
        {
            GC.KeepAlive(new byte[256]);
        }

        return [1, 2, 4, 8];
    }

    public static void Compact()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
    }

    /// <summary>Where an array is at this moment. Good for comparing, for nothing else.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static nint AddressOf(int[] array) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));

    /// <summary>For native code to call in the middle of a call: everything that nobody holds is gone when it returns.</summary>
    [UnmanagedCallersOnly]
    public static int CompactDuringCall(nint argument)
    {
        Compact();
        return 0;
    }
}
