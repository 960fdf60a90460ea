using Ffi.Tests.Testing;


namespace Ffi.Tests.Callbacks;

public class CallbackThreadTests
{
    [Fact]
    public void Callback_FromFourNativeThreadsUnderForcedCollections_CountsEveryCall()
    {
        const int Threads = 4;
        const int Calls = 1_000;
        int count = 0;
        using var callback = NativeCallback<Func<int, int, int>>.Create((index, one) =>
        {
            // Garbage, so that there is something to move.
            int[] copy = [index, one];
            Interlocked.Increment(ref count);
            return copy[0] + copy[1];
        });

        using var stop = new CancellationTokenSource();
        var collector = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect(0, GCCollectionMode.Forced, blocking: true, compacting: true);
                Thread.Sleep(1);
            }
        });
        collector.Start();

        const int Rounds = 50;
        for (int round = 0; round < Rounds; round++)
        {
            Assert.Equal(
                Threads * (((long)Calls * (Calls - 1) / 2) + Calls),
                CallbackFixture.CallFromThreads(callback.Pointer, Threads, Calls));
        }

        stop.Cancel();
        collector.JoinOrFail();
        Assert.Equal(Rounds * Threads * Calls, count);
    }

    [Fact]
    public void Callback_DisposedWhileAnotherThreadRunsIt_FinishesUndisturbed()
    {
        using var entered = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var callback = NativeCallback<Func<int, int, int>>.Create((left, right) =>
        {
            entered.Set();
            go.Wait(Patience.Limit);
            return left - right;
        });

        nint pointer = callback.Pointer;
        long result = 0;
        var thread = new Thread(() => result = CallbackFixture.CallMany(pointer, 1));
        thread.Start();
        Assert.True(entered.Wait(Patience.Limit));
        callback.Dispose();
        using var next = NativeCallback<Func<int, int, int>>.Create((_, _) => 1_000);
        go.Set();
        thread.JoinOrFail();

        Assert.Equal(-1, result);
    }
}
