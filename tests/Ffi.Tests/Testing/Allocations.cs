namespace Ffi.Tests.Testing;

/// <summary>What calls leave on the managed heap.</summary>
internal static class Allocations
{
    // A collection that another thread brings about can count the rest of this thread's allocation context, of 8 KB, as allocated. That doesn't
    // happen in every run; what a call allocates does.
    private const int Runs = 5;

    /// <summary>The bytes that this thread allocates in a million calls, once what happens only at first has happened.</summary>
    public static long OfAMillion(Action call)
    {
        Repeat(call, 10_000);
        return Of(1_000_000, call);
    }

    /// <summary>The bytes that this thread allocates in a number of calls.</summary>
    public static long Of(int count, Action call)
    {
        long least = long.MaxValue;
        for (int run = 0; run < Runs && least > 0; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Repeat(call, count);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static void Repeat(Action call, int count)
    {
        for (int i = 0; i < count; i++)
        {
            call();
        }
    }
}
