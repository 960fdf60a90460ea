namespace Ffi.Tests.Testing;

/// <summary>What calls leave on the managed heap.</summary>
internal static class Allocations
{
    /// <summary>The bytes that this thread allocates in a million calls, once what happens only at first has happened.</summary>
    public static long OfAMillion(Action call)
    {
        Repeat(call, 10_000);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(call, 1_000_000);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Repeat(Action call, int count)
    {
        for (int i = 0; i < count; i++)
        {
            call();
        }
    }
}
