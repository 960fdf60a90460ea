using System.Runtime.InteropServices;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Threading;

public class NativeChannelTests
{
    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(30);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 8)]
    [InlineData(64, 64)]
    public void TryWrite_FillsToTheCapacityAndNotBeyond_LapAfterLap(int wanted, int capacity)
    {
        using NativeChannel<long> channel = new(wanted);
        Assert.Equal(capacity, channel.Capacity);
        for (int lap = 0; lap < 5; lap++)
        {
            for (int i = 0; i < capacity; i++)
            {
                Assert.True(channel.TryWrite((lap * 100) + i));
            }

            Assert.False(channel.TryWrite(-1));
            Assert.Equal(capacity, channel.Count);
            for (int i = 0; i < capacity; i++)
            {
                Assert.True(channel.TryRead(out long record));
                Assert.Equal((lap * 100) + i, record);
            }

            Assert.False(channel.TryRead(out _));
        }
    }

    [Fact]
    public void Spans_AreWrittenAndReadAcrossTheEndOfTheRing()
    {
        using NativeChannel<short> channel = new(8);
        short next = 0, expected = 0;
        Span<short> buffer = stackalloc short[8];
        for (int round = 0; round < 100; round++)
        {
            Span<short> batch = buffer[..((round % 7) + 1)];
            foreach (ref short record in batch)
            {
                record = next++;
            }

            Assert.Equal(batch.Length, channel.TryWrite(batch));
            batch.Clear();
            Assert.Equal(batch.Length, channel.TryRead(buffer));
            foreach (short record in batch)
            {
                Assert.Equal(expected++, record);
            }
        }
    }

    [Fact]
    public void TryWrite_OfMoreThanFits_WritesWhatFits()
    {
        using NativeChannel<int> channel = new(4);
        Assert.Equal(4, channel.TryWrite([1, 2, 4, 8, 16]));
        Assert.Equal(0, channel.TryWrite([32]));
        Span<int> read = stackalloc int[9];
        Assert.Equal(4, channel.TryRead(read));
        Assert.Equal([1, 2, 4, 8], read[..4]);
    }

    [Fact]
    public void Peek_ShowsTheRecordsInPlace_UntilAdvance()
    {
        using NativeChannel<int> channel = new(4);
        channel.TryWrite([1, 2, 4]);
        Assert.Equal([1, 2, 4], channel.Peek());
        channel.Advance(2);
        channel.TryWrite([8, 16]);
        Assert.Equal([4, 8], channel.Peek()); // Up to the end of the ring.
        channel.Advance(2);
        Assert.Equal([16], channel.Peek());
        Assert.Throws<ArgumentOutOfRangeException>(() => channel.Advance(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => channel.Advance(-1));
        channel.Advance(1);
        Assert.True(channel.Peek().IsEmpty);
    }

    [Fact]
    public void Close_LetsWhatWasWrittenBeRead_AndNothingMoreBeWritten()
    {
        using NativeChannel<int> channel = new(4);
        channel.Write(7);
        channel.Close();
        Assert.True(channel.IsClosed);
        Assert.False(channel.IsCompleted);
        Assert.False(channel.TryWrite(8));
        Assert.Throws<InvalidOperationException>(() => channel.Write(9));
        Assert.Equal(ChannelState.Closed, channel.WaitToWrite(s_soon));

        Assert.True(channel.Read(out int record));
        Assert.Equal(7, record);
        Assert.True(channel.IsCompleted);
        Assert.False(channel.Read(out _));
        Assert.Equal(ChannelState.Closed, channel.WaitToRead(s_soon));
    }

    [Fact]
    public async Task Close_WakesReadersAndWritersThatWait()
    {
        using NativeChannel<int> empty = new(1);
        using NativeChannel<int> full = new(1);
        full.Write(1);
        Task<bool> reader = Task.Run(() => empty.Read(out _));
        Task writer = Task.Run(() => full.Write(2));
        await Task.Delay(50);
        empty.Close();
        full.Close();

        Assert.False(await reader);
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer);
    }

    [Fact]
    public void WaitToReadAndWrite_WhereNothingHappens_TimeOut()
    {
        using NativeChannel<int> channel = new(1);
        Assert.Equal(ChannelState.TimedOut, channel.WaitToRead(s_soon));
        Assert.Equal(ChannelState.Ready, channel.WaitToWrite(s_soon));
        channel.Write(1);
        Assert.Equal(ChannelState.Ready, channel.WaitToRead(s_soon));
        Assert.Equal(ChannelState.TimedOut, channel.WaitToWrite(s_soon));
    }

    [Fact]
    public async Task ManyManagedWritersAndReaders_MoveEveryRecordOnce()
    {
        const int Count = 50_000;
        using NativeChannel<Sample> channel = new(64);
        Task[] writers = [.. Enumerable.Range(0, 3).Select(writer => Task.Run(() =>
        {
            for (ulong number = 0; number < Count; number++)
            {
                channel.Write(Sample.Of((uint)writer, number));
            }
        }))];
        Task<List<Sample>>[] readers = [.. Enumerable.Range(0, 3).Select(reader => Task.Run(() =>
        {
            List<Sample> read = [];
            Span<Sample> buffer = stackalloc Sample[1 + (reader * 10)];
            while (channel.WaitToRead())
            {
                read.AddRange(buffer[..channel.TryRead(buffer)]);
            }

            return read;
        }))];
        await Task.WhenAll(writers);
        channel.Close();

        List<Sample> all = [.. (await Task.WhenAll(readers)).SelectMany(read => read)];
        Assert.Equal(3 * Count, all.Count);
        Assert.Equal(3 * Count, all.ToHashSet().Count);
        Assert.All(all, sample => Assert.True(sample.IsWhole));
    }

    [Fact]
    public void Dispose_WhileNativeCodeIsAttached_ThrowsAndFreesNothing()
    {
        NativeChannel<Sample> channel = new(4);
        nint address = channel.Address;
        Assert.Equal(1, SharedMemory.AttachChannel(address, (uint)Marshal.SizeOf<Sample>()));
        Assert.Throws<InvalidOperationException>(channel.Dispose);
        Assert.True(channel.IsClosed);

        SharedMemory.DetachChannel(address);
        channel.Dispose();
        channel.Dispose();
        Assert.Throws<ObjectDisposedException>(() => channel.TryWrite(Sample.Of(0, 1)));
        Assert.Throws<ObjectDisposedException>(() => channel.TryRead(out _));
        Assert.Throws<ObjectDisposedException>(() => channel.Address);
    }

    [Fact]
    public void Attach_ToSomethingElse_IsRefused()
    {
        using NativeChannel<Sample> channel = new(4);
        Assert.Throws<ArgumentException>(() => NativeChannel<long>.Attach(channel.Address));
        Assert.Throws<ArgumentException>(() => NativeChannel<Sample>.Attach(0));
        Assert.Throws<ArgumentException>(() => NativeChannel<Sample>.Attach(channel.Address + 64));
        Assert.Equal(0, SharedMemory.AttachChannel(channel.Address, 8));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData((1 << 30) + 1)]
    public void AChannel_OfAnImpossibleCapacity_IsRefused(int capacity) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new NativeChannel<byte>(capacity));

    [Fact]
    public void NoMember_Allocates()
    {
        using NativeSignal signal = new();
        using NativeChannel<Sample> channel = new(8, signal);
        using NativeChannel<Sample> other = new(8, signal);
        Use(channel, other);
        Assert.Equal(0, Allocations.Of(1000, () => Use(channel, other)));

        static void Use(NativeChannel<Sample> channel, NativeChannel<Sample> other)
        {
            channel.Write(Sample.Of(1, 2));
            channel.TryWrite([Sample.Of(1, 3), Sample.Of(1, 4)]);
            channel.WaitToRead(TimeSpan.Zero);
            NativeChannel.Select(channel, other);
            channel.Read(out _);
            channel.Advance(channel.Peek().Length);
            channel.TryRead(out _);
            channel.TryRead(out _);
            other.WaitToRead(TimeSpan.Zero);
        }
    }
}
