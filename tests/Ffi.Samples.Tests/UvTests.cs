using Ffi.Tests.NativeCalls;
using Uv;

namespace Ffi.Samples.Tests;

public class UvTests
{
    [LibraryFact("libuv", "libuv.so.1")]
    public void Timers_TickUntilTheySayNo()
    {
        int first = 0, second = 0;
        using (EventLoop loop = new())
        {
            loop.AddTimer(TimeSpan.FromMilliseconds(1), () => ++first < 5);
            loop.AddTimer(TimeSpan.FromMilliseconds(2), () => ++second < 3);
            loop.Run();
        }

        Assert.Equal((5, 3), (first, second));
    }

    [LibraryFact("libuv", "libuv.so.1")]
    public void Work_RunsOnAnotherThread_AndIsDoneOnThisOne()
    {
        List<string> order = [];
        int worker = 0;
        using (EventLoop loop = new())
        {
            loop.Queue(
                () =>
                {
                    worker = Environment.CurrentManagedThreadId;
                    order.Add("work");
                },
                () => order.Add($"done on {Environment.CurrentManagedThreadId}"));
            loop.Run();
        }

        Assert.Equal(["work", $"done on {Environment.CurrentManagedThreadId}"], order);
        Assert.NotEqual(Environment.CurrentManagedThreadId, worker);
    }

    [LibraryFact("libuv", "libuv.so.1")]
    public void Work_QueuedByWhatIsDone_RunsInTheSameLoop()
    {
        int rounds = 0;
        using EventLoop loop = new();
        void Next()
        {
            if (rounds < 100)
            {
                loop.Queue(() => Interlocked.Increment(ref rounds), Next);
            }
        }

        Next();
        loop.Run();
        Assert.Equal(100, rounds);
    }
}
