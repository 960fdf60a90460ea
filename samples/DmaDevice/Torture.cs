using System.Diagnostics;
using System.Runtime;
using System.Runtime.InteropServices;
using Ffi;

namespace DmaDevice;

/// <summary>Native threads write to managed buffers while the collector compacts without pause. With the protection, not a byte is off.
/// Without it, the memory moves away under the writer: bytes are off, or the process crashes.</summary>
internal static unsafe partial class Torture
{
    private const int Writers = 4;
    private const int Bytes = 3000;

    public static ulong Run(TimeSpan duration, bool isProtected)
    {
        Writing* writings = (Writing*)NativeMemory.AllocZeroed((nuint)(Writers * sizeof(Writing)));
        PinnedBuffer<byte>[] pinned = new PinnedBuffer<byte>[Writers];
        byte[][] movable = new byte[Writers][];
        nint[] threads = new nint[Writers];
        for (int i = 0; i < Writers; i++)
        {
            // Garbage in front of each array is what the collector closes up by moving it.
            _ = new byte[100_000];
            pinned[i] = PinnedBuffer<byte>.Rent(Bytes);
            movable[i] = new byte[Bytes];
            byte* memory = isProtected ? pinned[i].Pointer : AddressOf(movable[i]);
            writings[i] = new(memory, Bytes, (uint)i);
            threads[i] = Native.Start(&writings[i]);
        }

        Compact(duration);

        ulong wrong = 0;
        for (int i = 0; i < Writers; i++)
        {
            wrong += Native.Stop(&writings[i], threads[i], isProtected ? pinned[i].Span : movable[i]);
            pinned[i].Dispose();
        }

        NativeMemory.Free(writings);
        return wrong;
    }

    // The bug of the control: the address is right only until the next collection.
    private static byte* AddressOf(byte[] array)
    {
        fixed (byte* first = array)
        {
#pragma warning disable FFI1001 // The analyzer sees the bug; the control needs it.
            return first;
#pragma warning restore FFI1001
        }
    }

    private static void Compact(TimeSpan duration)
    {
        List<byte[]> kept = [];
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < duration;)
        {
            for (int i = 0; i < 200; i++)
            {
                kept.Add(new byte[500 + (i * 7)]);
                _ = new byte[700];
            }

            if (kept.Count > 4000)
            {
                kept.RemoveRange(0, 3000);
            }

            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        }
    }

    /// <summary><c>struct torture</c></summary>
    private readonly record struct Writing(nint Memory, uint Bytes, uint Seed, uint Stop, uint Passes, ulong Wrong)
    {
        public Writing(byte* memory, int bytes, uint seed) : this((nint)memory, (uint)bytes, seed, 0, 0, 0)
        {
        }
    }

    /// <summary>native/dmaengine/torture.c</summary>
    [NativeLibrary("dmaengine")]
    private static partial class Native
    {
        [NativeFunction("torture_start")] public static partial nint Start(Writing* writing);
        [NativeFunction("torture_stop")] public static partial ulong Stop(Writing* writing, nint thread, ReadOnlySpan<byte> seen);
    }
}
