using Ffi.Generators.Emission;

namespace Ffi.Generators.Tests.Emission;

public class CodeTests
{
    private const string Nothing = "";

    private static readonly string[] s_lines = ["a;", "", "b;"];

    [Fact]
    public void HoleOfSeveralLines_IsIndentedToWhereItStands() => Assert.Equal(
        "{\n    a;\n    b;\n}",
        Code.Of($$"""
            {
                {{"a;\nb;"}}
            }
            """));

    [Fact]
    public void HoleInALine_IndentsItsLaterLinesAsTheLine() => Assert.Equal(
        "    return x\n    + y;",
        Code.Of($$"""
                return {{"x\n+ y"}};
            """));

    [Fact]
    public void BlankLinesInAHole_GetNoTrailingSpaces() => Assert.Equal(
        "{\n    a;\n\n    b;\n}",
        Code.Of($$"""
            {
                {{"a;\n\nb;"}}
            }
            """));

    [Fact]
    public void SeveralBlankLinesInAHole_GetNoTrailingSpaces() => Assert.Equal(
        "{\n    a;\n\n\n    b;\n}",
        Code.Of($$"""
            {
                {{"a;\n\n\nb;"}}
            }
            """));

    [Fact]
    public void LineOfAnEmptyHole_Disappears() => Assert.Equal(
        "a;\nb;",
        Code.Of($$"""
            a;
            {{Nothing}}
            b;
            """));

    [Fact]
    public void LineOfAnEmptyHole_TakesTheBlankLineAfterIt() => Assert.Equal(
        "a;\n\nb;",
        Code.Of($$"""
            a;

            {{Nothing}}

            b;
            """));

    [Fact]
    public void LineOfAnEmptyHoleAtTheEndOfABlock_TakesTheBlankLineBeforeIt() => Assert.Equal(
        "{\n    a;\n}",
        Code.Of($$"""
            {
                a;

                {{Nothing}}
            }
            """));

    [Fact]
    public void EmptyHolesOneAfterTheOther_AllDisappear() => Assert.Equal(
        "a;\n\nb;",
        Code.Of($$"""
            a;

            {{Nothing}}

            {{Nothing}}

            b;
            """));

    [Fact]
    public void EmptyHoleInsideALine_LeavesTheLine() => Assert.Equal(
        "f();",
        Code.Of($$"""
            f({{Nothing}});
            """));

    [Fact]
    public void TwoHolesInALine_TheFirstEmpty_LeaveTheLine() => Assert.Equal(
        "{\n    b;\n}",
        Code.Of($$"""
            {
                {{Nothing}}{{"b;"}}
            }
            """));

    [Fact]
    public void LineOfAnEmptyHoleAtTheEnd_Disappears() => Assert.Equal("a;", Code.Of($"a;\n    {Nothing}"));

    [Fact]
    public void CarriageReturns_BecomeLineFeeds() => Assert.Equal("a;\nb;\nc;", Code.Of($"a;\r\n{"b;\r\nc;"}"));

    [Fact]
    public void CarriageReturnsAroundAnEmptyHole_DisappearWithIt() => Assert.Equal("a;\nb;", Code.Of($"a;\r\n{Nothing}\r\nb;"));

    [Fact]
    public void Strings_AreJoinedByLine_WithoutTheEmptyOnes() => Assert.Equal(
        "{\n    a;\n    b;\n}",
        Code.Of($$"""
            {
                {{s_lines}}
            }
            """));

    [Fact]
    public void Nests_KeepEveryLevelsIndentation()
    {
        string inner = Code.Of($$"""
            if (x)
            {
                {{"y;\nz;"}}
            }
            """);

        Assert.Equal(
            "{\n    if (x)\n    {\n        y;\n        z;\n    }\n}",
            Code.Of($$"""
                {
                    {{inner}}
                }
                """));
    }

    [Fact]
    public void Numbers_AreInvariant() => Assert.Equal("-1234567", Code.Of($"{-1_234_567}"));
}
