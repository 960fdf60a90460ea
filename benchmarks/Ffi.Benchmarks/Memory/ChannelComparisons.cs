using System.Runtime.InteropServices;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Memory;

/// <summary>Records that a native thread makes, handed to C#.</summary>
internal static unsafe partial class ChannelComparisons
{
    // A megabyte, more than a core's own cache, and batches of half a first-level cache: writer and reader then seldom want the same line.
    private const int Capacity = 65_536;
    private const int Batch = 2_048;

    private static readonly NativeChannel<Record> s_channel = new(Capacity);
    private static long s_sum;

    /// <summary>The comparisons.</summary>
    public static IEnumerable<Comparison> All { get; } =
    [
        new("Channel", "records", new Way("Callback", CallBack), new Way("NativeChannel", Read), new Way("C", ReadInC))
        {
            Operations = 1_000_000,
            Rounds = 25,
        },
    ];

    private static long CallBack(int count)
    {
        s_sum = 0;
        Writers.CallBack((uint)count, &Receive);
        return s_sum;
    }

    [UnmanagedCallersOnly]
    private static void Receive(Record* record) => s_sum += (long)record->Number;

    private static long Read(int count)
    {
        Writer writer = new(s_channel.Address, Id: 0, (uint)count, Batch);
        nint thread = Writers.Start(&writer);
        long sum = 0;
        for (int left = count; left > 0;)
        {
            s_channel.WaitToRead();
            ReadOnlySpan<Record> records = s_channel.Peek(most: 4 * Batch);
            foreach (ref readonly Record record in records)
            {
                sum += (long)record.Number;
            }

            s_channel.Advance(records.Length);
            left -= records.Length;
        }

        Writers.Join(thread);
        return sum;
    }

    // The same ring and the same writer, read by C: how fast records can pass from core to core on this machine.
    private static long ReadInC(int count)
    {
        Writer writer = new(s_channel.Address, Id: 0, (uint)count, Batch);
        nint thread = Writers.Start(&writer);
        long sum = (long)Writers.ReadInPlace(s_channel.Address, (uint)count, 4 * Batch);
        Writers.Join(thread);
        return sum;
    }

    /// <summary><c>struct sample</c></summary>
    internal readonly record struct Record(ulong Number, uint Writer, uint Check);

    /// <summary><c>struct writer</c></summary>
    internal record struct Writer(nint Channel, uint Id, uint Count, uint Batch, uint Written = 0);

    [NativeLibrary("sharedmemory")]
    private static partial class Writers
    {
        [NativeFunction("channel_write")]
        public static partial nint Start(Writer* writer);

        [NativeFunction("thread_join")]
        public static partial void Join(nint thread);

        [NativeFunction("channel_read_in_place")]
        public static partial ulong ReadInPlace(nint channel, uint count, uint most);

        [NativeFunction("channel_call_back")]
        public static partial void CallBack(uint count, delegate* unmanaged<Record*, void> receive);
    }
}
