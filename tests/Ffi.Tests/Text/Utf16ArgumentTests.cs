namespace Ffi.Tests.Text;

public sealed class Utf16ArgumentTests
{
    [Theory]
    [
        InlineData(0),
        InlineData(1),
        InlineData(126),
        InlineData(127),
        InlineData(128),
        InlineData(129),
        InlineData(4_096),
        InlineData(1_000_000)
    ]
    public void Text_OfAnyLength_ArrivesUnitForUnit(int length)
    {
        string text = string.Create(length, 0, static (target, _) =>
        {
            for (int index = 0; index < target.Length; index++)
            {
                target[index] = (char)(1 + (index % 0xFFFF));
            }
        });

        ulong hash = 14695981039346656037;
        foreach (char unit in text)
        {
            hash = (hash ^ unit) * 1099511628211;
        }

        Assert.Equal(length, TextFunctions.Length16(text));
        Assert.Equal(hash, TextFunctions.Hash16(text));
        Assert.Equal(hash, TextFunctions.Hash16(text.AsSpan()));
    }

    [Fact]
    public void Null_IsNull()
    {
        Assert.Equal(-1, TextFunctions.Length16((string?)null));
        Assert.Equal(-1, TextFunctions.Length16(default(ReadOnlySpan<char>)));
        Assert.Equal(-1, TextFunctions.TerminatedLength16(default));
    }

    [Fact]
    public void Span_EndsWhereItEnds_NotWhereItsStringDoes() => Assert.Equal(2, TextFunctions.Length16("gruen".AsSpan(1, 2)));

    [Fact]
    public void TerminatedSpan_IsReadUpToItsNul()
    {
        Assert.Equal(3, TextFunctions.TerminatedLength16("grün\0".AsSpan(1)));
        Assert.Equal(2, TextFunctions.TerminatedLength16("grün".AsSpan(2)));
    }

    [Fact]
    public void NulInside_IsAnArgumentException_ThatNamesTheParameter()
    {
        Assert.Equal("text", Assert.Throws<ArgumentException>(() => TextFunctions.Length16("a\0b")).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentException>(() => TextFunctions.Length16("a\0b".AsSpan())).ParamName);
    }
}
