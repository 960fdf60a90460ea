using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.Tests.Testing;

public class MarkedSourceTests
{
    [Fact]
    public void Marks_LeaveTheTextAndGiveSpans()
    {
        var source = MarkedSource.Parse("a [|bc|] {|FFI0002:d{|CS1002:e|}|} f[0] || {}", "FFI0001");

        Assert.Equal("a bc de f[0] || {}", source.Text);
        Assert.Equal(
            [
                new("FFI0001", TextSpan.FromBounds(2, 4)),
                new("CS1002", TextSpan.FromBounds(6, 7)),
                new("FFI0002", TextSpan.FromBounds(5, 7)),
            ],
            source.Expected);
    }

    [Fact]
    public void Mark_IsTheInverseOfParse()
    {
        const string Marked = "x {|FFI0001:y {|FFI0002:z|}|}";
        var source = MarkedSource.Parse(Marked, null);

        Assert.Equal(Marked, MarkedSource.Mark(source.Text, source.Expected));
    }
}
