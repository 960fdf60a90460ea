namespace Ffi.Tests.Text;

public sealed class TerminatedTextTests
{
    [Fact]
    public void Utf8Literal_ArrivesWithItsNul() => Assert.Equal(11, TextFunctions.TerminatedLength("hello world"u8));

    [Fact]
    public void EmptyUtf8Literal_IsAnEmptyText() => Assert.Equal(0, TextFunctions.TerminatedLength(""u8));

    [Fact]
    public void NulInTheSpan_EndsTheText() => Assert.Equal(2, TextFunctions.TerminatedLength("ab\0cd"u8));

    [Fact]
    public void DefaultSpan_IsNull() => Assert.Equal(-1, TextFunctions.TerminatedLength(default));
}
