namespace Ffi.Tests.Threading;

public class NativeChannelSelectTests
{
    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(30);

    [Fact]
    public void Select_NamesTheChannelThatCanBeRead()
    {
        using NativeSignal signal = new();
        using NativeChannel<int> numbers = new(4, signal);
        using NativeChannel<double> measures = new(4, signal);
        Assert.Equal(ChannelState.TimedOut, NativeChannel.Select([numbers, measures], s_soon, out int ready));
        Assert.Equal(-1, ready);

        measures.Write(0.5);
        Assert.Equal(1, NativeChannel.Select(numbers, measures));
        measures.TryRead(out _);
        numbers.Write(3);
        Assert.Equal(0, NativeChannel.Select(numbers, measures));
    }

    [Fact]
    public void Select_WhereBothCanBeRead_TakesTurns()
    {
        using NativeSignal signal = new();
        using NativeChannel<int> left = new(4, signal);
        using NativeChannel<int> right = new(4, signal);
        left.Write(1);
        right.Write(2);
        int[] seen = [.. Enumerable.Range(0, 20).Select(_ => NativeChannel.Select(left, right))];
        Assert.Contains(0, seen);
        Assert.Contains(1, seen);
    }

    [Fact]
    public void Select_SkipsWhatIsCompleted_AndEndsWhenAllAre()
    {
        using NativeSignal signal = new();
        using NativeChannel<int> left = new(4, signal);
        using NativeChannel<int> right = new(4, signal);
        left.Close();
        right.Write(2);
        right.Close();
        Assert.Equal(1, NativeChannel.Select(left, right));
        right.TryRead(out _);
        Assert.Equal(-1, NativeChannel.Select(left, right));
    }

    [Fact]
    public void Select_OfChannelsWithoutACommonSignal_IsRefused()
    {
        using NativeChannel<int> left = new(4);
        using NativeChannel<int> right = new(4);
        Assert.Throws<ArgumentException>(() => NativeChannel.Select(left, right));
        Assert.Throws<ArgumentException>(() => NativeChannel.Select());
    }

    [Fact]
    public void Select_OverTwoChannelsThatNativeThreadsWrite_ReadsEverything()
    {
        const uint Count = 50_000;
        using NativeSignal signal = new();
        using NativeChannel<Sample> left = new(32, signal);
        using NativeChannel<Sample> right = new(32, signal);
        int[] read = [0, 0];
        using (new NativeWriters(left, Count, 0))
        using (new NativeWriters(right, Count, 5))
        {
            NativeChannel<Sample>[] channels = [left, right];
            while (read.Sum() < 2 * Count)
            {
                int ready = NativeChannel.Select(channels);
                while (channels[ready].TryRead(out Sample sample))
                {
                    Assert.Equal(Sample.Of(0, (ulong)read[ready]++), sample);
                }
            }
        }

        Assert.Equal([(int)Count, (int)Count], read);
    }

    [Fact]
    public void ASignal_OutlivesItsChannels_WhateverTheOrderOfDisposal()
    {
        NativeSignal signal = new();
        NativeChannel<int> channel = new(4, signal);
        signal.Dispose();
        channel.Write(1); // Notifies memory that is still there.
        channel.Dispose();
        Assert.Throws<ObjectDisposedException>(signal.Notify);
    }
}
