namespace Ffi.Templates.Tests.Layouts;

/// <summary>Where lines, blank lines and indentation go.</summary>
public class LayoutTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory, MemberData(nameof(Seeds))]
    public void ATidyDocument_IsLaidOutAsBefore(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 500; round++)
        {
            IReadOnlyList<Piece> document = RandomDocument.Of(random, isTidy: true);

            Assert.True(Before(document) == Now(document), $"{Show(document)}\n--- before\n{Before(document)}\n--- now\n{Now(document)}");
        }
    }

    /// <summary>Blank lines apart, of which the layout keeps fewer.</summary>
    [Theory, MemberData(nameof(Seeds))]
    public void AnyDocument_HasTheLinesItHadBefore(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 500; round++)
        {
            IReadOnlyList<Piece> document = RandomDocument.Of(random, isTidy: false);

            Assert.Equal(LinesOf(Before(document)), LinesOf(Now(document)));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void BlankLines_StandOnlyBetweenThings(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 500; round++)
        {
            string text = Now(RandomDocument.Of(random, isTidy: false));

            Assert.DoesNotContain("\n\n\n", text);
            Assert.DoesNotContain("{\n\n", text);
            Assert.DoesNotMatch(@"\n\n *\}", text);
            Assert.False(text.StartsWith('\n'), text);
            Assert.DoesNotMatch(@" \n", text);
        }
    }

    [Theory]
    [InlineData("a\n", "a\n")]
    [InlineData("a", "a\n")]
    [InlineData("", "")]
    [InlineData("a\r\nb\r\n", "a\nb\n")]
    [InlineData("\n\na\n\n\nb\n\n", "a\n\nb\n")]
    [InlineData("{\n\n    a\n\n}\n", "{\n    a\n}\n")]
    [InlineData("a\n   \nb\n", "a\n\nb\n")]
    public void Text_HasOneBlankLineAtATime(string text, string expected) =>
        Assert.Equal(expected, Layout.Of(static (layout, text) => layout.Write(text), text));

    [Fact]
    public void AHole_IsIndentedToItsLine() => Assert.Equal(
        "    a = b(\n      c);\n    d\n",
        Layout.Of(
            static (layout, hole) =>
            {
                layout.Write("    a = ");
                layout.Hole(hole);
                layout.Write(";\n    d\n");
            },
            "b(\n  c)"));

    [Fact]
    public void HolesInHoles_AddUp() => Assert.Equal(
        "{\n    {\n        a\n        b\n    }\n}\n",
        Layout.Of(
            static (layout, depth) => Nest(layout, depth), 2));

    [Fact]
    public void ALineOfAnEmptyHole_IsNone() => Assert.Equal(
        "a\nb\n",
        Layout.Of(
            static (layout, hole) =>
            {
                layout.Write("a\n    ");
                layout.Hole(hole);
                layout.Write("\nb\n");
            },
            (string?)null));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public void AReader_ReadsTheSameText(int atOnce)
    {
        const string Text = "a\nbc\n\ndef\n";

        string read = Layout.Of(
            static (layout, _) => layout.Write(Text),
            atOnce,
            (text, length) =>
            {
                using BufferReader reader = new(text, length);
                char[] buffer = new char[length + atOnce];
                int total = 0;
                for (int count = atOnce; count > 0; total += count)
                {
                    count = reader.Read(buffer, total, atOnce);
                }

                Assert.Equal(-1, reader.Peek());
                Assert.Equal("", reader.ReadToEnd());
                Assert.Equal(length, total);
                return new string(buffer, 0, total);
            });

        Assert.Equal(Text, read);
    }

    [Fact]
    public void AReader_ReadsOneByOneAndThenTheRest() => Assert.Equal(
        "ab|b|cd\n",
        Layout.Of(
            static (layout, text) => layout.Write(text),
            "abcd",
            static (text, length) =>
            {
                using BufferReader reader = new(text, length);
                return $"{(char)reader.Read()}{(char)reader.Peek()}|{(char)reader.Read()}|{reader.ReadToEnd()}";
            }));

    [Theory]
    [InlineData(0, "0\n")]
    [InlineData(-12, "-12\n")]
    public void ANumber_IsWrittenAsCSharpHasIt(int number, string expected) =>
        Assert.Equal(expected, Layout.Of(static (layout, number) => layout.Hole(number), number));

    [Fact]
    public void ALayoutInsideOfAnother_IsItsOwn() => Assert.Equal(
        "ab\nc\n",
        Layout.Of(
            static (layout, text) =>
            {
                layout.Write("a");
                layout.Write(Layout.Of(static (inner, text) => inner.Write(text), text));
                layout.Write("c");
            },
            "b"));

    [Fact]
    public void ALayoutThatThrew_LeavesNothingBehind()
    {
        Assert.Throws<InvalidOperationException>(() => Layout.Of(
            static (layout, text) =>
            {
                layout.Write(text);
                throw new InvalidOperationException();
            },
            "    left over {\n"));

        Assert.Equal("a\n", Layout.Of(static (layout, text) => layout.Write(text), "a"));
    }

    /// <summary>The buffer is kept from file to file.</summary>
    [Fact]
    public void WritingAFile_AllocatesItsTextAlone()
    {
        string line = new('x', 100);
        string text = Write();
        long before = GC.GetAllocatedBytesForCurrentThread();
        text = Write();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // A string: 22 bytes and its characters, in eights.
        Assert.Equal((22 + (2 * text.Length) + 7) / 8 * 8, allocated);

        string Write() => Layout.Of(
            static (layout, line) =>
            {
                for (int count = 0; count < 200; count++)
                {
                    layout.Hole(line);
                    layout.Write("\n");
                }
            },
            line);
    }

    private static void Nest(Layout layout, int depth)
    {
        layout.Write("{\n    ");
        int hole = layout.EnterHole();
        if (depth == 1)
        {
            layout.Write("a\nb");
        }
        else
        {
            Nest(layout, depth - 1);
        }

        layout.ExitHole(hole);
        layout.Write("\n}");
    }

    private static string Before(IReadOnlyList<Piece> document)
    {
        CodeReference code = new();
        foreach (Piece piece in document)
        {
            if (piece.IsHole)
            {
                code.Hole(piece.Text);
            }
            else
            {
                code.Literal(piece.Text);
            }
        }

        return code.Finish().TrimEnd('\n');
    }

    private static string Now(IReadOnlyList<Piece> document) => Layout.Of(
        static (layout, document) =>
        {
            foreach (Piece piece in document)
            {
                if (piece.IsHole)
                {
                    layout.Hole(piece.Text);
                }
                else
                {
                    layout.Write(piece.Text);
                }
            }
        },
        document).TrimEnd('\n');

    private static string Show(IReadOnlyList<Piece> document) =>
        string.Concat(document.Select(piece => piece.IsHole ? $"<{piece.Text}>" : piece.Text));

    private static string[] LinesOf(string text) => [.. text.Split('\n').Where(line => line.Trim().Length > 0)];
}
