using System.Diagnostics;
using System.Runtime.InteropServices;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Threading;

public sealed unsafe class FutexTests : IDisposable
{
    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan s_hang = Patience.Limit;

    private readonly int* _word = (int*)NativeMemory.AllocZeroed(64);

    public void Dispose() => NativeMemory.Free(_word);

    [Fact]
    public void Wait_WhereTheWordDiffers_ReturnsChangedAtOnce()
    {
        *_word = 5;
        Assert.Equal(FutexResult.Changed, new Futex(_word).Wait(4));
        Assert.Equal(FutexResult.Changed, new Futex(_word).Wait(4, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.001)]
    [InlineData(25.5)]
    public void Wait_WhereNobodyWakes_TimesOut(double milliseconds)
    {
        Futex futex = new(_word);
        long start = Stopwatch.GetTimestamp();
        while (futex.Wait(0, TimeSpan.FromMilliseconds(milliseconds)) == FutexResult.Woken)
        {
        }

        Assert.Equal(FutexResult.TimedOut, futex.Wait(0, TimeSpan.Zero));
        Assert.True(Stopwatch.GetElapsedTime(start).TotalMilliseconds >= milliseconds);
    }

    [Fact]
    public void WaitWhile_WhereNobodyWakes_IsFalse() => Assert.False(new Futex(_word).WaitWhile(0, s_soon));

    [Fact]
    public void WaitWhile_WokenWithoutAChange_SleepsOn()
    {
        Futex futex = new(_word);
        using Waiter waiter = new(futex);
        for (int i = 0; i < 100; i++)
        {
            futex.WakeAll();
            Thread.Yield();
        }

        Assert.False(waiter.Join(s_soon));
        Volatile.Write(ref futex.Word, 1);
        futex.WakeAll();
        Assert.True(waiter.Join(s_hang));
    }

    [Fact]
    public void WakeOne_WakesOneOfThree_AndWakeAllTheRest()
    {
        Futex futex = new(_word);
        int awake = 0;
        Thread[] sleepers = [.. Enumerable.Range(0, 3).Select(_ => new Thread(() =>
        {
            // The word never changes: who gets past this was woken.
            FutexResult result = futex.Wait(0, s_hang);
            Assert.Equal(FutexResult.Woken, result);
            Interlocked.Increment(ref awake);
        }))];
        Array.ForEach(sleepers, sleeper => sleeper.Start());
        WaitUntilAsleep();

        do
        {
            futex.WakeOne(); // Again, where a busy machine has let none of them come to sleep so far.
        }
        while (!SpinWait.SpinUntil(() => Volatile.Read(ref awake) >= 1, s_soon * 100));

        Assert.False(SpinWait.SpinUntil(() => Volatile.Read(ref awake) > 1, s_soon));

        do
        {
            futex.WakeAll();
        }
        while (!Array.TrueForAll(sleepers, sleeper => sleeper.Join(s_soon)));

        Assert.Equal(3, awake);
    }

    [Fact]
    public void PingPong_BetweenManagedThreads_LosesNoWakeUp()
    {
        const int Rounds = 20_000;
        Futex futex = new(_word);
        Thread other = new(() =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                futex.WaitWhile(2 * round);
                Volatile.Write(ref futex.Word, (2 * round) + 2);
                futex.WakeOne();
            }
        });
        other.Start();
        PlayFirst(futex, Rounds);
        Assert.True(other.Join(s_hang));
    }

    [Fact]
    public void PingPong_WithANativeThread_LosesNoWakeUp()
    {
        FutexResponder* responder = (FutexResponder*)_word;
        responder->Rounds = 20_000;
        nint thread = SharedMemory.RespondOnThread(responder);
        PlayFirst(new Futex(&responder->Word), responder->Rounds);
        SharedMemory.JoinThread(thread);
        Assert.Equal(2 * responder->Rounds, responder->Word);
    }

    [UnixFact]
    public void PingPong_WithAnotherProcess_LosesNoWakeUp()
    {
        FutexResponder* responder = (FutexResponder*)SharedMemory.Map(4096);
        responder->Rounds = 2_000;
        responder->Scope = (int)FutexScope.Shared;
        int process = SharedMemory.RespondInProcess(responder);
        PlayFirst(new Futex(&responder->Word, FutexScope.Shared), responder->Rounds);
        Assert.Equal(0, SharedMemory.WaitForProcess(process));
        SharedMemory.Unmap(responder, 4096);
    }

    [UnixFact]
    public void WaitForAnotherProcess_ThatIsKilled_TimesOut()
    {
        FutexResponder* responder = (FutexResponder*)SharedMemory.Map(4096);
        responder->Rounds = 1;
        responder->Scope = (int)FutexScope.Shared;
        int process = SharedMemory.RespondInProcess(responder);
        SharedMemory.KillProcess(process);
        Assert.NotEqual(0, SharedMemory.WaitForProcess(process));

        Futex futex = new(&responder->Word, FutexScope.Shared);
        futex.Word = 1;
        futex.WakeOne();
        Assert.False(futex.WaitWhile(1, s_soon));
        SharedMemory.Unmap(responder, 4096);
    }

    [Fact]
    public void AWaitingThread_DoesNotHoldUpTheCollector()
    {
        Futex futex = new(_word);
        using Waiter waiter = new(futex);
        GC.Collect(); // Would wait for the waiter for ever if its call had suppressed the GC transition.
        Volatile.Write(ref futex.Word, 1);
        futex.WakeOne();
        Assert.True(waiter.Join(s_hang));
    }

    [Fact]
    public void WaitAndWake_AllocateNothing()
    {
        Futex futex = new(_word);
        Use(futex);
        Assert.Equal(0, Allocations.Of(1000, () => Use(futex)));

        static void Use(Futex futex)
        {
            futex.Wait(1);
            futex.Wait(0, TimeSpan.Zero);
            futex.WaitWhile(0, TimeSpan.Zero);
            futex.WakeOne();
            futex.WakeAll();
        }
    }

    [Fact]
    public void AFutex_OfANullOrMisalignedWord_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new Futex(null));
        Assert.Throws<ArgumentException>(() => new Futex((int*)((byte*)_word + 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Futex(_word).Wait(0, TimeSpan.FromSeconds(-2)));
    }

    private static void PlayFirst(Futex futex, int rounds)
    {
        for (int round = 0; round < rounds; round++)
        {
            Volatile.Write(ref futex.Word, (2 * round) + 1);
            futex.WakeOne();
            Assert.True(futex.WaitWhile((2 * round) + 1, s_hang), $"No answer in round {round}.");
        }
    }

    private static void WaitUntilAsleep() => Thread.Sleep(100); // Nothing tells that a thread sleeps in the kernel.

    private sealed class Waiter : IDisposable
    {
        private readonly Futex _futex;
        private readonly Thread _thread;

        public Waiter(Futex futex)
        {
            _futex = futex;
            _thread = new(() => _futex.WaitWhile(0, s_hang));
            _thread.Start();
            WaitUntilAsleep();
        }

        public bool Join(TimeSpan timeout) => _thread.Join(timeout);

        public void Dispose()
        {
            Volatile.Write(ref _futex.Word, 1);
            _futex.WakeAll();
            _thread.JoinOrFail();
        }
    }
}
