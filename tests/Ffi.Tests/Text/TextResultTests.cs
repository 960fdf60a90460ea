using System.Text;
using Ffi.Tests.Libraries;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Text;

// C counts its texts for all tests at once.
[Collection(nameof(TextResultTests))]
public sealed class TextResultTests
{
    [Fact]
    public void ReturnedText_IsCopied()
    {
        Assert.Equal("", TextFunctions.Greeting(0));
        Assert.Equal("plain", TextFunctions.Greeting(1));
        Assert.Equal("grüße 🌍", TextFunctions.Greeting(2));
        Assert.Equal("grüße", TextFunctions.Greeting16(0));
    }

    [Fact]
    public void ReturnedText_OfBrokenUtf8_HasTheReplacementCharacter() => Assert.Equal("broken \uFFFD(", TextFunctions.Greeting(3));

    [Fact]
    public void ReturnedNull_IsNull()
    {
        Assert.Null(TextFunctions.Greeting(4));
        Assert.Null(TextFunctions.Greeting16(1));
        Assert.Null(TextFunctions.NewText(-1));
    }

    [Fact]
    public unsafe void ReturnedView_LiesWhereNativeCodeHasIt()
    {
        ReadOnlySpan<byte> view = TextFunctions.GreetingView(2);
        Assert.Equal("grüße 🌍", Encoding.UTF8.GetString(view));
        fixed (byte* first = view)
        {
            Assert.Equal(TextFunctions.GreetingAddress(2), (nint)first);
        }

        Assert.True(TextFunctions.GreetingView(4).IsEmpty);
    }

    [Fact]
    public void FreedWith_FreesAfterCopying()
    {
        long before = TextFunctions.Outstanding();
        Assert.Equal(new string('x', 300), TextFunctions.NewText(300));
        Assert.Equal(before, TextFunctions.Outstanding());
    }

    [Fact]
    public void FreedWith_OfAnotherLibrary_FreesThere()
    {
        long before = TextFunctions.Outstanding();

        Assert.Equal("xxxx", TextFunctions.NewTextOfAnother(4));
        Assert.Null(TextFunctions.NewTextOfAnother(-1));
        Assert.Equal(new string('y', 100), TextFunctions.Malloced(100));

        Assert.Equal(before, TextFunctions.Outstanding());
    }

    [Fact]
    public void FreedWith_OnOutText_CopiesAndFreesEach()
    {
        long before = TextFunctions.Outstanding();

        Assert.Equal(6, TextFunctions.NewPair(4, out string a, out string? b, 2));
        Assert.Equal(("axxx", "xx"), (a, b));
        Assert.Equal(1, TextFunctions.NewPair(2, out a, out b, -1));
        Assert.Equal(("ax", null), (a, b));
        TextFunctions.New16(out string utf16);
        Assert.Equal("grüße", utf16);

        Assert.Equal(before, TextFunctions.Outstanding());
    }

    [Fact]
    public void FreedWith_OnAnOutAddress_LeavesItToTheCaller()
    {
        long before = TextFunctions.Outstanding();

        Assert.Equal(6, TextFunctions.NewPairKeepingErrors(4, out string a, out nint b, 2));

        Assert.Equal("axxx", a);
        Assert.Equal(before + 1, TextFunctions.Outstanding());
        TextFunctions.Free(b);
        Assert.Equal(before, TextFunctions.Outstanding());
    }

    [Fact]
    public void FreedWith_OnOutText_FreesAlsoWhereACallbackThrows()
    {
        long before = TextFunctions.Outstanding();

        Assert.Throws<TimeZoneNotFoundException>(() =>
            TextFunctions.NewThenCall(out _, static () => throw new TimeZoneNotFoundException()));

        Assert.Equal(before, TextFunctions.Outstanding());
    }

    [Fact]
    public void OutText_AllocatesTheStringAlone()
    {
        long result = Allocations.Of(1000, static () => GC.KeepAlive(TextFunctions.NewText(6)));

        Assert.Equal(result, Allocations.Of(1000, static () => TextFunctions.NewPair(6, out _, out _, -1)));
    }

    // Longer than the longest string, which is 1,073,741,791 characters.
    [LinuxFact]
    public void FreedWith_FreesAlsoWhereCopyingThrows()
    {
        long before = TextFunctions.Giants();
        Exception thrown = Assert.ThrowsAny<Exception>(static () => TextFunctions.Giant());
        // .NET's own answer for a string that is too long: the second on arm64, whose count of the characters overflows.
        Assert.True(thrown is OutOfMemoryException or OverflowException, thrown.ToString());
        Assert.Equal(before, TextFunctions.Giants());
    }

    [Fact]
    public void CallerAllocatedBuffer_IsFilledUpToItsCapacity()
    {
        Span<byte> buffer = stackalloc byte[6];
        Assert.Equal(11, TextFunctions.Fill(buffer, buffer.Length));
        Assert.Equal("fille\0"u8, buffer);
    }
}
