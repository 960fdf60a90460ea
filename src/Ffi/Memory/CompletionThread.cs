using System.Diagnostics;

namespace Ffi;

/// <summary>The one thread that waits for all operations that are awaited: on the doorbell that each completion rings.</summary>
internal static unsafe class CompletionThread
{
    private static readonly Lock s_gate = new();
    private static OperationWaiter? s_first;
    private static long s_nextDeadline = long.MaxValue;
    private static bool s_isStarted;

    /// <summary>Never freed: native code may ring late.</summary>
    public static SignalWords* Doorbell { get; } = (SignalWords*)new NativeBlock((nuint)sizeof(SignalWords)).Keep();

    public static void Add(OperationWaiter waiter)
    {
        bool isSooner;
        lock (s_gate)
        {
            if (!s_isStarted)
            {
                s_isStarted = true;
                new Thread(Run) { IsBackground = true, Name = "Ffi completions" }.UnsafeStart();
            }

            if (!waiter.IsWaiting)
            {
                return; // Cancelled since.
            }

            waiter.Next = s_first;
            s_first?.Previous = waiter;
            s_first = waiter;
            waiter.IsListed = true;
            isSooner = waiter.Deadline < s_nextDeadline;
        }

        // An operation that ended before it was listed has already signalled, and nobody saw it.
        if (isSooner || waiter.HasEnded)
        {
            Doorbell->Notify();
        }
    }

    public static void Remove(OperationWaiter waiter)
    {
        lock (s_gate)
        {
            if (waiter.IsListed)
            {
                Unlink(waiter);
            }
        }
    }

    private static void Run()
    {
        while (true)
        {
            int ticket = Doorbell->Listen();
            long now = Stopwatch.GetTimestamp();
            long next = EndWhatHasEnded(now);
            TimeSpan left = next == long.MaxValue ? Timeout.InfiniteTimeSpan : Stopwatch.GetElapsedTime(now, Math.Max(now, next));
            Doorbell->Wait(ticket, left);
        }
    }

    /// <summary>Looks at each that waits; there are as many as operations under way, which is few.</summary>
    private static long EndWhatHasEnded(long now)
    {
        lock (s_gate)
        {
            s_nextDeadline = long.MaxValue;
            OperationWaiter? next;
            for (OperationWaiter? waiter = s_first; waiter is not null; waiter = next)
            {
                next = waiter.Next;
                if (waiter.HasEnded || waiter.Deadline <= now)
                {
                    Unlink(waiter);
                    waiter.End(waiter.HasEnded ? WaitOutcome.Ended : WaitOutcome.TimedOut);
                }
                else
                {
                    s_nextDeadline = Math.Min(s_nextDeadline, waiter.Deadline);
                }
            }

            return s_nextDeadline;
        }
    }

    private static void Unlink(OperationWaiter waiter)
    {
        waiter.Next?.Previous = waiter.Previous;
        if (waiter.Previous is { } previous)
        {
            previous.Next = waiter.Next;
        }
        else
        {
            s_first = waiter.Next;
        }

        waiter.Previous = waiter.Next = null;
        waiter.IsListed = false;
    }
}
