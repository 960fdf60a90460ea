using System.Runtime.InteropServices;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Memory;

/// <summary>Records that a native thread makes, handed to C#.</summary>
internal static unsafe partial class ChannelComparisons
{
    private static readonly NativeChannel<Record> s_channel = new(capacity: 16384);
    private static readonly Record[] s_buffer = new Record[2048];
    private static long s_sum;

    /// <summary>The comparisons.</summary>
    public static IEnumerable<Comparison> All { get; } =
    [
        new("Channel", "records", new Way("Callback", CallBack), new Way("NativeChannel", Read)) { Operations = 500_000, Rounds = 31 },
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
        Writer writer = new(s_channel.Address, Id: 0, (uint)count, Batch: 512);
        nint thread = Writers.Start(&writer);
        long sum = 0;
        for (int left = count; left > 0;)
        {
            s_channel.WaitToRead();
            int read = s_channel.TryRead(s_buffer);
            foreach (ref readonly Record record in s_buffer.AsSpan(0, read))
            {
                sum += (long)record.Number;
            }

            left -= read;
        }

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

        [NativeFunction("channel_call_back")]
        public static partial void CallBack(uint count, delegate* unmanaged<Record*, void> receive);
    }
}
