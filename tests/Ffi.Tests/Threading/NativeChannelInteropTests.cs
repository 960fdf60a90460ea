using Ffi.Tests.Memory;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Threading;

/// <summary>Channels between C# and C: threads, processes, and how those die.</summary>
public class NativeChannelInteropTests
{
    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_hang = Patience.Limit;

    [Fact]
    public void NativeWriters_OfAllBatchSizes_LoseNothingAndKeepTheirOrder()
    {
        const uint Count = 100_000;
        using NativeChannel<Sample> channel = new(256);
        ulong[] next = new ulong[4];
        using (new NativeWriters(channel, Count, 0, 1, 7, 500))
        {
            Span<Sample> buffer = stackalloc Sample[100];
            for (long left = 4 * Count; left > 0;)
            {
                Assert.Equal(ChannelState.Ready, channel.WaitToRead(s_hang));
                Span<Sample> samples = buffer[..channel.TryRead(buffer)];
                foreach (Sample sample in samples)
                {
                    Assert.Equal(Sample.Of(sample.Writer, next[sample.Writer]++), sample);
                }

                left -= samples.Length;
            }
        }

        Assert.Equal([Count, Count, Count, Count], next);
        Assert.Equal(0, channel.Count);
    }

    [Fact]
    public void NativeWriters_ReadInPlace_LoseNothing_WhileTheCollectorCompacts()
    {
        const uint Count = 300_000;
        using NativeChannel<Sample> channel = new(1024);
        using CompactingCollector collector = new();
        ulong[] next = new ulong[2];
        using (new NativeWriters(channel, Count, 64, 33))
        {
            for (long left = 2 * Count; left > 0;)
            {
                Assert.Equal(ChannelState.Ready, channel.WaitToRead(s_hang));
                ReadOnlySpan<Sample> samples = channel.Peek();
                foreach (ref readonly Sample sample in samples)
                {
                    if (sample != Sample.Of(sample.Writer, next[sample.Writer]++))
                    {
                        Assert.Fail($"{sample} is not record {next[sample.Writer] - 1}.");
                    }
                }

                channel.Advance(samples.Length);
                left -= samples.Length;
            }
        }

        Assert.Equal([Count, Count], next);
    }

    [Fact]
    public async Task NativeReader_GetsWhatManagedCodeWrites()
    {
        using NativeChannel<Sample> channel = new(16);
        Task<ulong> reader = Task.Run(() => SharedMemory.Drain(channel.Address));
        for (ulong number = 1; number <= 10_000; number++)
        {
            channel.Write(Sample.Of(3, number));
        }

        channel.Close();
        Assert.Equal(10_000ul * 10_001 / 2, await reader);
    }

    [Fact]
    public void NativeClose_EndsTheManagedReader()
    {
        using NativeChannel<Sample> channel = new(16);
        channel.Write(Sample.Of(0, 1));
        SharedMemory.CloseChannel(channel.Address);
        Assert.True(channel.Read(out _));
        Assert.False(channel.Read(out _));
    }

    [Fact]
    public void AWriterThatDiesBetweenClaimAndPublish_IsReportedAsStalled()
    {
        using NativeChannel<Sample> channel = new(16);
        channel.Write(Sample.Of(0, 1));
        SharedMemory.ClaimAndForget(channel.Address);
        channel.Write(Sample.Of(0, 2));

        Assert.True(channel.TryRead(out Sample before));
        Assert.Equal(1ul, before.Number);
        Assert.Equal(ChannelState.Stalled, channel.WaitToRead(s_soon));
        Assert.False(channel.TryRead(out _));
    }

    [UnixFact]
    public unsafe void AnotherProcess_WritesThroughSharedMemory()
    {
        nuint bytes = NativeChannel<Sample>.BytesFor(64) + (nuint)sizeof(SampleWriter);
        byte* memory = (byte*)SharedMemory.Map(bytes);
        using (NativeChannel<Sample> channel = NativeChannel<Sample>.CreateAt(memory, 64))
        {
            SampleWriter* writer = (SampleWriter*)(memory + NativeChannel<Sample>.BytesFor(64));
            *writer = new(channel.Address, Id: 9, Count: 20_000, Batch: 10);
            int process = SharedMemory.WriteInProcess(writer);
            for (ulong number = 0; number < writer->Count; number++)
            {
                Assert.Equal(ChannelState.Ready, channel.WaitToRead(s_hang));
                Assert.True(channel.TryRead(out Sample sample));
                Assert.Equal(Sample.Of(9, number), sample);
            }

            Assert.Equal(0, SharedMemory.WaitForProcess(process));
        }

        SharedMemory.Unmap(memory, bytes);
    }

    [UnixFact]
    public unsafe void AWritingProcessThatIsKilled_LeavesEveryRecordWholeAndTheReaderATimeout()
    {
        nuint bytes = NativeChannel<Sample>.BytesFor(64) + (nuint)sizeof(SampleWriter);
        byte* memory = (byte*)SharedMemory.Map(bytes);
        using (NativeChannel<Sample> channel = NativeChannel<Sample>.CreateAt(memory, 64))
        {
            SampleWriter* writer = (SampleWriter*)(memory + NativeChannel<Sample>.BytesFor(64));
            *writer = new(channel.Address, Id: 0, Count: uint.MaxValue, Batch: 10);
            int process = SharedMemory.WriteInProcess(writer);
            ulong next = 0;
            ChannelState state;
            while ((state = channel.WaitToRead(process != 0 ? s_hang : s_soon)) == ChannelState.Ready)
            {
                while (channel.TryRead(out Sample sample))
                {
                    Assert.Equal(Sample.Of(0, next++), sample);
                }

                if (next > 10_000 && process != 0)
                {
                    SharedMemory.KillProcess(process);
                    SharedMemory.WaitForProcess(process);
                    process = 0;
                }
            }

            Assert.True(state is ChannelState.TimedOut or ChannelState.Stalled, $"{state} after {next} records.");
            Assert.Equal(0, process);
        }

        SharedMemory.Unmap(memory, bytes);
    }
}
