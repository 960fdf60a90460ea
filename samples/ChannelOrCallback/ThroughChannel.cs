using Ffi;

namespace ChannelOrCallback;

/// <summary>A native thread fills a channel; this thread reads what is there, and sleeps only where there is nothing.</summary>
internal static unsafe class ThroughChannel
{
    // Batches of half a first-level cache in a ring that is larger than a core's own cache: writer and reader seldom want the same line.
    private const uint Batch = 2048;
    private const int Most = 8192;

    private static readonly NativeChannel<Native.Sample> s_channel = new(capacity: 65536);
    private static readonly Native.Sample[] s_buffer = new Native.Sample[Most];

    public static ulong SumCopied(uint count)
    {
        // On the stack of the method that waits for the thread: it can't outlive what it points to.
        Native.Writer writer = new(s_channel.Address, Id: 0, count, Batch);
        nint thread = Native.StartWriter(&writer);
        ulong sum = 0;
        for (long left = count; left > 0;)
        {
            s_channel.WaitToRead();
            int read = s_channel.TryRead(s_buffer);
            foreach (ref readonly Native.Sample sample in s_buffer.AsSpan(0, read))
            {
                sum += sample.Number;
            }

            left -= read;
        }

        Native.Join(thread);
        return sum;
    }

    public static ulong SumInPlace(uint count)
    {
        Native.Writer writer = new(s_channel.Address, Id: 0, count, Batch);
        nint thread = Native.StartWriter(&writer);
        ulong sum = 0;
        for (long left = count; left > 0;)
        {
            s_channel.WaitToRead();
            ReadOnlySpan<Native.Sample> samples = s_channel.Peek(Most);
            foreach (ref readonly Native.Sample sample in samples)
            {
                sum += sample.Number;
            }

            s_channel.Advance(samples.Length);
            left -= samples.Length;
        }

        Native.Join(thread);
        return sum;
    }
}
