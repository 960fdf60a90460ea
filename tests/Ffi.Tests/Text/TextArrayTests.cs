namespace Ffi.Tests.Text;

public sealed class TextArrayTests
{
    [Fact]
    public void Array_OfShortTexts_ArrivesInOrder_WithANullBehindTheLast()
    {
        string?[] texts = ["", "a", "üü", null, "four"];
        Assert.Equal((2 * 1) + (3 * 4) + (4 * 7) + (5 * 4), TextFunctions.WeighArray(texts, texts.Length));
        Assert.Equal((2 * 1) + (3 * 4) + (4 * 7) + (5 * 4), TextFunctions.WeighSpan(texts, texts.Length));
        Assert.Equal((2 * 1) + (3 * 4) + (4 * 7) + (5 * 4), TextFunctions.WeighWritableSpan(texts, texts.Length));
        Assert.Equal((2 * 1) + (3 * 2) + (4 * 7) + (5 * 4), TextFunctions.WeighArray16(texts, texts.Length));
    }

    [Fact]
    public void Array_TooLongForTheStack_ArrivesInOrder()
    {
        string?[] texts = [.. Enumerable.Range(0, 100).Select(static length => new string('x', length))];
        long expected = Enumerable.Range(0, 100).Sum(static length => (length + 1L) * length);
        Assert.Equal(expected, TextFunctions.WeighArray(texts, texts.Length));
        Assert.Equal(expected, TextFunctions.WeighArray16(texts, texts.Length));
    }

    [Fact]
    public void EmptyArray_IsAPointerToItsNull() => Assert.Equal(0, TextFunctions.WeighArray([], 0));

    [Fact]
    public void NullArray_IsNull()
    {
        Assert.Equal(-1, TextFunctions.WeighArray(null, 0));
        Assert.Equal(-1, TextFunctions.WeighArray16(null, 0));
    }

    [Fact]
    public void NulInside_IsAnArgumentException_ThatNamesTheParameter() =>
        Assert.Equal("texts", Assert.Throws<ArgumentException>(() => TextFunctions.WeighArray(["a", "b\0"], 2)).ParamName);
}
