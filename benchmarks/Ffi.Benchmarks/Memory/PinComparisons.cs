using System.Buffers;
using System.Runtime.InteropServices;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Memory;

/// <summary>Memory that stays where it is for longer than a call.</summary>
internal static class PinComparisons
{
    private static readonly byte[] s_bytes = new byte[4096];

    /// <summary>The comparisons.</summary>
    public static IEnumerable<Comparison> All { get; } =
    [
        new(
            "Pins",
            "pin and unpin",
            new Way("GCHandle", Loops.InLoop<Handle, int>(default)),
            new Way("Memory.Pin", Loops.InLoop<MemoryPin, int>(default)),
            new Way("PinnedBuffer", Loops.InLoop<Buffer, int>(default))),
    ];

    private readonly struct Handle : ICall<int>
    {
        public int Invoke(int i)
        {
            GCHandle handle = GCHandle.Alloc(s_bytes, GCHandleType.Pinned);
            int result = (int)handle.AddrOfPinnedObject();
            handle.Free();
            return result;
        }
    }

    private readonly unsafe struct MemoryPin : ICall<int>
    {
        public int Invoke(int i)
        {
            using MemoryHandle handle = s_bytes.AsMemory().Pin();
            return (int)(nint)handle.Pointer;
        }
    }

    private readonly unsafe struct Buffer : ICall<int>
    {
        public int Invoke(int i)
        {
            using PinnedBuffer<byte> buffer = PinnedBuffer<byte>.Rent(4096);
            return (int)(nint)buffer.Pointer;
        }
    }
}
