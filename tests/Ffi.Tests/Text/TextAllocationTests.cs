using Ffi.Tests.Testing;

namespace Ffi.Tests.Text;

/// <summary>Not one byte in a million calls, in each size class.</summary>
public sealed class TextAllocationTests
{
    private static readonly string?[] s_texts = ["one", "zwei", null, "très"];

    [Theory]
    [InlineData(""), InlineData("eleven char"), InlineData("grüße")]
    public void ShortText_AllocatesNothing(string text) => Assert.Equal(0, Allocations.OfAMillion(() =>
    {
        TextFunctions.Length(text);
        TextFunctions.Length(text.AsSpan());
        TextFunctions.Length16(text);
        TextFunctions.Length16(text.AsSpan());
    }));

    [Theory]
    [InlineData(255), InlineData(256), InlineData(257)]
    public void TextAroundTheStackLimit_AllocatesNothing(int length)
    {
        string text = new('x', length);
        Assert.Equal(0, Allocations.OfAMillion(() => TextFunctions.Length(text)));
        Assert.Equal(0, Allocations.OfAMillion(() => TextFunctions.Length16(text.AsSpan())));
    }

    [Fact]
    public void TextArray_AllocatesNothing() => Assert.Equal(0, Allocations.OfAMillion(() => TextFunctions.WeighArray(s_texts, 4)));

    [Fact]
    public void TerminatedTextAndViews_AllocateNothing() => Assert.Equal(0, Allocations.OfAMillion(() =>
    {
        TextFunctions.TerminatedLength("literal"u8);
        _ = TextFunctions.GreetingView(2);
    }));
}
