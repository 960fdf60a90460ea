using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ffi.Tests.Testing;
using Ffi.Tests.Threading;

namespace Ffi.Tests.Errors;

public sealed class LastErrorTests
{
    [Fact]
    public void SetLastError_IsSeenByMarshal()
    {
        Marshal.SetLastPInvokeError(77);
        Assert.Equal(-34, ErrorFunctions.Fail(34));
        Assert.Equal(34, Marshal.GetLastPInvokeError());
    }

    [Fact]
    public void LastErrorParameter_HasTheErrorOfThisCall_AndMarshalKeepsItsOwn()
    {
        Marshal.SetLastPInvokeError(77);
        Assert.Equal(-34, ErrorFunctions.Fail(34, out int lastError));
        Assert.Equal(34, lastError);
        Assert.Equal(77, Marshal.GetLastPInvokeError());
    }

    [Fact]
    public void BothTogether_HaveTheSameError()
    {
        ErrorFunctions.FailTwice(35, out int lastError);
        Assert.Equal(35, lastError);
        Assert.Equal(35, Marshal.GetLastPInvokeError());
    }

    [Fact]
    public void ErrorOfAnEarlierCall_IsClearedFirst()
    {
        ErrorFunctions.FailSilently(12);
        Assert.Equal(0, ErrorFunctions.ErrorBefore(out int lastError));
        Assert.Equal(0, lastError);
    }

    [Fact]
    public void ReleasingAPooledText_DoesNotDisturbTheError()
    {
        Assert.Equal(100_000, ErrorFunctions.FailWithLength(new string('x', 100_000), 36));
        Assert.Equal(36, Marshal.GetLastPInvokeError());
    }

    [Fact]
    public void FreeOfAMarshaller_DoesNotDisturbTheError()
    {
        Assert.Equal(-38, ErrorFunctions.Fail(new Noisy(38)));
        Assert.Equal(38, Marshal.GetLastPInvokeError());
        ErrorFunctions.Fail(new Noisy(39), out int lastError);
        Assert.Equal((39, 39), (lastError, Marshal.GetLastPInvokeError()));
    }

    [Fact]
    public unsafe void HandleThatIsClosedAtTheEndOfTheCall_DoesNotDisturbTheError()
    {
        t_closing = new NoisyHandle(1);
        ErrorFunctions.FailHolding(t_closing, &CloseInside, 40);
        Assert.True(t_closing.IsClosed);
        Assert.Equal(40, Marshal.GetLastPInvokeError());
    }

    [Fact]
    public void CallThatIsNeverMade_LeavesTheErrorOfTheOneBefore()
    {
        ErrorFunctions.Fail(41);
        Assert.Throws<ArgumentOutOfRangeException>(static () => ErrorFunctions.Fail(new Noisy(-1)));
        Assert.Equal(41, Marshal.GetLastPInvokeError());
    }

    [UnixFact]
    public void Error_SurvivesSignalsOfSomebodyElse()
    {
        Assert.Equal(0, ErrorFunctions.StartSignals());
        int wrong = 0;
        for (int call = 0; call < 2_000_000; call++)
        {
            int error = (call % 1_000) + 1;
            ErrorFunctions.Fail(error, out int lastError);
            wrong += lastError == error ? 0 : 1;
            ErrorFunctions.Fail(error);
            wrong += Marshal.GetLastPInvokeError() == error ? 0 : 1;
        }

        Assert.InRange(ErrorFunctions.StopSignals(), 10, long.MaxValue);
        Assert.Equal(0, wrong);
    }

    [Fact]
    public unsafe void NestedCall_LeavesTheOuterError()
    {
        ErrorFunctions.FailAround(37, &FailInside, 99, out int lastError);
        Assert.Equal(37, lastError);
    }

    [Fact]
    public void EveryThread_HasItsOwn()
    {
        Parallel.For(0, 8, static thread =>
        {
            for (int call = 1; call < 1_000; call++)
            {
                int error = (thread * 1_000) + call;
                ErrorFunctions.Fail(error, out int lastError);
                Assert.Equal(error, lastError);
            }
        });
    }

    // The collector stops this thread on its way back from native code, again and again.
    [Fact]
    public void Error_SurvivesSuspensionForACollection()
    {
        using CancellationTokenSource stop = new();
        Thread collector = new(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect(0);
            }
        });
        collector.Start();
        int wrong = 0;
        int collections = GC.CollectionCount(0);
        while (GC.CollectionCount(0) - collections < 200)
        {
            for (int error = 1; error < 2_000; error++)
            {
                ErrorFunctions.Fail(error, out int lastError);
                wrong += lastError == error ? 0 : 1;
                ErrorFunctions.Fail(error);
                wrong += Marshal.GetLastPInvokeError() == error ? 0 : 1;
            }
        }

        stop.Cancel();
        collector.JoinOrFail();
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void ReadingErrors_AllocatesNothing() => Assert.Equal(0, Allocations.OfAMillion(static () =>
    {
        ErrorFunctions.Fail(3);
        ErrorFunctions.Fail(4, out _);
    }));

    [ThreadStatic]
    private static NoisyHandle? t_closing;

    [UnmanagedCallersOnly]
    private static void CloseInside() => t_closing!.Dispose();

    [UnmanagedCallersOnly]
    private static void FailInside(int error) => ErrorFunctions.Fail(error, out _);
}
