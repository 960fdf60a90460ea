using System.Runtime.InteropServices;
using Ffi.Tests.Handles;
using Ffi.Tests.Libraries;
using Ffi.Tests.Text;

namespace Ffi.Tests.Marshalling;

/// <summary>What the C library's allocator has given out is the same before and after, also where calls fail: nothing that a call
/// allocated stays behind. Its least block is 32 bytes, so a leak of one a call would be megabytes.</summary>
[Collection(nameof(HeapBalanceTests))]
public sealed class HeapBalanceTests
{
    private const int Calls = 50_000;

    // What the run time itself allocates meanwhile, for its threads and its compiler, is far less.
    private const long Noise = Calls * 16;

    [LinuxFact]
    public void Texts_LeaveNothingBehind() => AssertBalance(static call =>
    {
        string text = new('x', call % 600);
        TextFunctions.Length(text);
        TextFunctions.NewText(call % 600);
        MarshallingFunctions.AnsiLength(text);
        MarshallingFunctions.BStrLength(text);
        TextFunctions.WeighArray([text, null, "b"], 3);
        MarshallingFunctions.Rotate([text, "b", "c"], 3);
        if (call % 100 == 0)
        {
            Assert.Throws<ArgumentException>(() => TextFunctions.WeighLengths(text, text, "a\0b"));
        }
    });

    [LinuxFact]
    public void Handles_LeaveNothingBehind() => AssertBalance(static call =>
    {
        using CountedHandle first = HandleFunctions.Open(call);
        HandleFunctions.Open(call, out CountedHandle second);
        using CountedHandle old = second;
        HandleFunctions.Replace(ref second, call);
        HandleFunctions.CloseOwned(second);
        if (call % 100 == 0)
        {
            Assert.Throws<ObjectDisposedException>(() => HandleFunctions.Weigh(first, second));
        }
    });

    [LinuxFact]
    public void MarshallersThatThrow_LeaveNothingBehind() => AssertBalance(static call =>
    {
        MarshallingFunctions.Doubles(5, out Celsius[] values);
        MarshallingFunctions.Squares(5, out _);
        if (call % 100 == 0)
        {
            values[4] = new Celsius(-1);
            Assert.Throws<ArgumentOutOfRangeException>(() => MarshallingFunctions.Weigh(values, values.Length));
        }
    });

    [LinuxFact]
    public void TheControl_WhichLeaks_IsSeen() =>
        Assert.InRange(Growth(static call => HeapFunctions.Leak(call % 10)), Noise, long.MaxValue);

    private static void AssertBalance(Action<int> call) => Assert.InRange(Growth(call), long.MinValue, Noise);

    // The middle of some rounds: a leak is in each of them, and what the run time allocates or gives back for itself is in few.
    private static long Growth(Action<int> call)
    {
        Repeat(call, 2_000);
        long[] rounds = new long[7];
        for (int round = 0; round < rounds.Length; round++)
        {
            long before = HeapFunctions.Bytes();
            Repeat(call, Calls);
            rounds[round] = HeapFunctions.Bytes() - before;
        }

        Array.Sort(rounds);
        return rounds[rounds.Length / 2];
    }

    private static void Repeat(Action<int> call, int count)
    {
        for (int index = 0; index < count; index++)
        {
            call(index);
        }
    }
}

/// <summary>Alone, since what other tests allocate would count too.</summary>
[CollectionDefinition(nameof(HeapBalanceTests), DisableParallelization = true)]
public sealed class HeapBalanceAlone;
