using System.Numerics;
using System.Runtime.CompilerServices;

namespace Ffi;

/// <summary>Blocks that nobody rents now: one of each size a thread, and a list of each size for all.</summary>
internal static class PinnedPool<T> where T : unmanaged
{
    private const int SmallestLog2 = 4;
    private const int LargestBytes = 1 << 20; // Above it, touching the memory costs more than making it.
    private const int KeptOfEachSize = 32; // For all threads together: what a burst leaves behind is bounded.

    private static readonly int s_largestLog2 = Math.Max(SmallestLog2, BitOperations.Log2((uint)(LargestBytes / Unsafe.SizeOf<T>())));
    private static readonly (PinnedBlock<T>? First, int Count)[] s_shared = new (PinnedBlock<T>?, int)[s_largestLog2 - SmallestLog2 + 1];
    private static readonly Lock s_gate = new();

    [ThreadStatic]
    private static PinnedBlock<T>?[]? t_mine;

    private static PinnedBlock<T>?[] Mine => t_mine ??= new PinnedBlock<T>?[s_shared.Length];

    public static PinnedBlock<T> Take(int length)
    {
        int log2 = BitOperations.Log2((uint)Math.Max(length, 1 << SmallestLog2) - 1) + 1;
        if (log2 > s_largestLog2)
        {
            return new(length, size: -1);
        }

        int size = Math.Max(log2, SmallestLog2) - SmallestLog2;
        ref PinnedBlock<T>? mine = ref Mine[size];
        if (mine is not { } block)
        {
            return TakeShared(size) ?? new(1 << (size + SmallestLog2), size);
        }

        mine = null;
        return block;
    }

    public static void Put(PinnedBlock<T> block)
    {
        if (block.Size < 0)
        {
            return;
        }

        ref PinnedBlock<T>? mine = ref Mine[block.Size];
        if (mine is null)
        {
            mine = block;
        }
        else
        {
            PutShared(block);
        }
    }

    private static PinnedBlock<T>? TakeShared(int size)
    {
        lock (s_gate)
        {
            ref (PinnedBlock<T>? First, int Count) list = ref s_shared[size];
            PinnedBlock<T>? block = list.First;
            if (block is not null)
            {
                list = (block.NextFree, list.Count - 1);
                block.NextFree = null;
            }

            return block;
        }
    }

    private static void PutShared(PinnedBlock<T> block)
    {
        lock (s_gate)
        {
            ref (PinnedBlock<T>? First, int Count) list = ref s_shared[block.Size];
            if (list.Count < KeptOfEachSize)
            {
                block.NextFree = list.First;
                list = (block, list.Count + 1);
            }
        }
    }
}
