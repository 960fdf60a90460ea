using Ffi.Tests.Testing;

namespace Ffi.Tests.Threading;

public unsafe class NativeWaitGroupTests
{
    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(30);

    [Fact]
    public void Wait_ForWorkOnNativeThreads_ReturnsWhenTheLastIsDone()
    {
        using NativeWaitGroup group = new();
        ulong sum = 0;
        NativeWork work = new() { Group = group.Address, Sum = &sum, Rounds = 10_000 };
        group.Add(3 * work.Rounds);
        nint[] threads = [SharedMemory.StartWork(&work), SharedMemory.StartWork(&work), SharedMemory.StartWork(&work)];

        Assert.True(group.Wait(Patience.Limit));
        Assert.Equal(3ul * 10_000 * 10_001 / 2, Volatile.Read(ref sum));
        Assert.Equal(0, group.Count);
        Array.ForEach(threads, SharedMemory.JoinThread);
    }

    [Fact]
    public void Wait_ForWorkOnManagedThreads_ReturnsWhenTheLastIsDone()
    {
        for (int round = 0; round < 300; round++)
        {
            using NativeWaitGroup group = new();
            int done = 0;
            group.Add(2);
            for (int i = 0; i < 2; i++)
            {
                ThreadPool.UnsafeQueueUserWorkItem(_ =>
                {
                    Interlocked.Increment(ref done);
                    group.Done();
                }, null);
            }

            Assert.True(group.Wait(Patience.Limit));
            Assert.Equal(2, done);
        }
    }

    [Fact]
    public void Wait_WhereWorkIsNeverDone_TimesOut()
    {
        using NativeWaitGroup group = new();
        Assert.True(group.Wait(TimeSpan.Zero));
        group.Add();
        Assert.False(group.Wait(TimeSpan.Zero));
        Assert.False(group.Wait(s_soon));
        group.Done();
        Assert.True(group.Wait(s_soon));
    }

    [Fact]
    public void Done_OnceTooOften_IsAnErrorAndChangesNothing()
    {
        using NativeWaitGroup group = new();
        group.Add(2);
        group.Done();
        Assert.Equal(1, SharedMemory.Done(group.Address));

        Assert.Throws<InvalidOperationException>(group.Done);
        Assert.Equal(0, SharedMemory.Done(group.Address));
        Assert.Equal(0, group.Count);
    }

    [Fact]
    public void Add_OfNothingOrTooMuch_IsRefused()
    {
        using NativeWaitGroup group = new();
        Assert.Throws<ArgumentOutOfRangeException>(() => group.Add(0));
        group.Add(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => group.Add(int.MaxValue));
        Assert.Equal(1, group.Count);
        group.Done();
    }

    [Fact]
    public void Dispose_WhileWorkIsUnderWay_Throws()
    {
        NativeWaitGroup group = new();
        group.Add();
        Assert.Throws<InvalidOperationException>(group.Dispose);
        group.Done();
        group.Dispose();
        group.Dispose();
        Assert.Throws<ObjectDisposedException>(() => group.Address);
    }

    [Fact]
    public void NoMember_Allocates()
    {
        using NativeWaitGroup group = new();
        Assert.Equal(0, Allocations.Of(1000, () =>
        {
            group.Add(2);
            group.Wait(TimeSpan.Zero);
            group.Done();
            group.Done();
            Assert.True(group.Wait(Patience.Limit));
        }));
    }
}
