using System.Globalization;

namespace Ffi.Tests.Testing;

/// <summary>What calls leave on the managed heap.</summary>
internal static class Allocations
{
    // A collection that another thread brings about can count the rest of this thread's allocation context, of 8 KB, as allocated. That
    // doesn't happen in every run; what a call allocates does.
    private const int Runs = 5;

    /// <summary>How many calls are counted: a million. FFI_CALLS says otherwise where an emulator would take minutes for each
    /// test.</summary>
    public static int Calls { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("FFI_CALLS"), CultureInfo.InvariantCulture, out int calls) ? calls : 1_000_000;

    /// <summary>The bytes that this thread allocates in a million calls (<see cref="Calls"/>), once what happens only at first has
    /// happened.</summary>
    public static long OfAMillion(Action call)
    {
        Repeat(call, Math.Min(10_000, Calls));
        return Of(Calls, call);
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
