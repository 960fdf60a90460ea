using Ffi.Tests.Handles;
using Ffi.Tests.Testing;
using Ffi.Tests.Text;

namespace Ffi.Tests.Marshalling;

/// <summary>Calls that fail on the way leave nothing behind, however often.</summary>
[Collection(nameof(HandleTests))]
public sealed class FailureInjectionTests
{
    [Fact]
    public void ElementThatCannotBeConverted_FreesThoseBeforeIt()
    {
        int before = CelsiusMarshaller.Outstanding;
        Celsius[] values = [.. Enumerable.Range(0, 40).Select(static degrees => new Celsius(degrees))];
        for (int call = 0; call < 10_000; call++)
        {
            int position = call % values.Length;
            Celsius good = values[position];
            values[position] = new Celsius(-1);
            Assert.Throws<ArgumentOutOfRangeException>(() => MarshallingFunctions.Weigh(values, values.Length));
            values[position] = good;
            MarshallingFunctions.Weigh(values, values.Length);
        }

        Assert.Equal(before, CelsiusMarshaller.Outstanding);
    }

    [Fact]
    public void ResultOfACallThatNeverHappened_IsNotFreed()
    {
        int before = CelsiusMarshaller.Outstanding;
        Assert.Throws<ArgumentOutOfRangeException>(static () => MarshallingFunctions.HalfOf(new Celsius(-1), out _));
        Assert.Equal(before, CelsiusMarshaller.Outstanding);
    }

    [Fact]
    public void HandlesAndTexts_WithACallInAHundredFailing_AreAllGivenBack()
    {
        long handles = HandleFunctions.Outstanding(), texts = TextFunctions.Outstanding();
        using CountedHandle closed = HandleFunctions.Open(1);
        closed.Dispose();
        for (int call = 0; call < Allocations.Calls; call++)
        {
            using CountedHandle handle = HandleFunctions.Open(call);
            if (call % 3 != 0)
            {
                _ = TextFunctions.NewText(call % 40);
            }
            else if (call % 99 == 0)
            {
                // Exceptions cost some microseconds each.
                Assert.Throws<ObjectDisposedException>(() => HandleFunctions.Weigh(handle, closed));
            }
        }

        Assert.Equal(handles, HandleFunctions.Outstanding());
        Assert.Equal(texts, TextFunctions.Outstanding());
    }
}
