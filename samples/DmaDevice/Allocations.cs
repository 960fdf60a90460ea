using Ffi;

namespace DmaDevice;

/// <summary>What awaiting operations allocates, on all threads together.</summary>
internal static class Allocations
{
    public static async Task<long> Measure(int operations)
    {
        using Device device = new();
        using PinnedBuffer<byte> source = PinnedBuffer<byte>.Rent(5000);
        using NativeOperation<byte> operation = new(5000);
        using CancellationTokenSource cancellation = new();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < operations; i++)
        {
            device.Start(source, operation);
            await operation.WaitAsync(TimeSpan.FromSeconds(30), cancellation.Token);
        }

        return (GC.GetTotalAllocatedBytes(precise: true) - before) / operations;
    }
}
