using Ffi.Headers.Text;

namespace Ffi.Headers.Tests;

/// <summary>Errors in a digest have a line, a column and a reason.</summary>
public class DigestErrorTests
{
    [Theory]
    [InlineData("function f(a: i32 -> void", 19, "Expected ')', but found '-'.")]
    [InlineData("function f(a: ) -> void", 15, "Expected a type, but found ')'.")]
    [InlineData("function f(a: i32)", 19, "Expected '->', but the line ends.")]
    [InlineData("function f() -> void later", 22, "Expected the line's end, but found 'later'.")]
    [InlineData("function f() -> void on amiga", 30, "Expected one of the digest's platforms instead of 'amiga', but the line ends.")]
    [InlineData("function f() -> void at sqlite3.h", 34, "Expected a file and a line, such as sqlite3.h:35, but the line ends.")]
    [InlineData("struct s size x align 8", 15, "Expected a size in bytes, but found 'x'.")]
    [InlineData("struct s align 8", 10, "Expected 'size', but found 'align'.")]
    [InlineData("typedef x: i32[a]", 16, "Expected an array's length, but found 'a'.")]
    [InlineData("typedef x: {linux: long; win i64}", 30, "Expected ':', but found 'i64'.")]
    [InlineData("constant X: i32 = five", 23, "Expected a number, or text in quotes, but the line ends.")]
    [InlineData(
        "constant X: char[2] = \"a\\q\"",
        27,
        "Expected an escape: \\n, \\t, \\\", \\\\ or \\u and four hexadecimal digits, but found '\"'.")]
    [InlineData(
        "  a: i32 @0",
        3,
        "Expected a declaration at the start of the line; fields and members belong below a struct, union or enum, but found 'a'.")]
    [InlineData("class s", 1, "Expected opaque, struct, union, enum, typedef, function, variable, constant or macro, but found 'class'.")]
    public void Error_SaysWhereAndWhatWasExpected(string line, int column, string message)
    {
        DigestParseResult parsed = DigestParser.Parse($"ffi-header 1\n\n{line}\n", "x.ffi-header");

        Assert.Null(parsed.Digest);
        Assert.Equal($"x.ffi-header(3,{column}): {message}", Assert.Single(parsed.Errors).ToString());
    }

    [Fact]
    public void EachWrongLine_IsReported()
    {
        DigestParseResult parsed = DigestParser.Parse("ffi-header 1\nstruct\nfunction f() -> void\nenum\n", "x");

        Assert.Equal([2, 4], parsed.Errors.Select(static error => error.Line));
    }

    [Theory]
    [InlineData("", "Expected 'ffi-header 1', but the file is empty.")]
    [InlineData("{}", "Expected 'ffi-header 1'. The file is not the digest of a header.")]
    [InlineData(
        "ffi-header 2\nnew things",
        "The file has another version of the format ('ffi-header 2'). This version of Ffi reads 'ffi-header 1'.")]
    public void AnotherKindOfFile_IsOneError(string text, string message)
    {
        DigestError error = Assert.Single(DigestParser.Parse(text, "x").Errors);

        Assert.Equal((1, 1, message), (error.Line, error.Column, error.Message));
    }
}
