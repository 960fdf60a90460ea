using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Tests.Documentation;

/// <summary>What readers copy compiles, and reports what its page says it reports.</summary>
public class CodeBlockTests
{
    private static readonly CodeBlock[] s_blocks = [.. MarkdownFile.All.SelectMany(file => file.Blocks)];

    public static TheoryData<string> CSharp => Where(block => block.Language == "csharp" && block.Info != "generated");

    public static TheoryData<string> GeneratedCSharp => Where(block => block.Language == "csharp" && block.Info == "generated");

    public static TheoryData<string> C => Where(block => block.Language == "c");

    public static TheoryData<string> Xml => Where(block => block.Language == "xml");

    [Theory, MemberData(nameof(CSharp))]
    public async Task CSharp_CompilesAndReportsWhatItSays(string where)
    {
        CodeBlock block = Block(where);
        var diagnostics = await CSharpBlock.Diagnose(block);

        string[] expected = [.. CSharpBlock.ExpectedIds(block).Order()];
        string[] actual = [.. diagnostics.Select(d => d.Id).Distinct().Order()];
        Assert.True(
            expected.SequenceEqual(actual),
            $"{where} was to report [{string.Join(", ", expected)}], and reports\n{string.Join('\n', diagnostics)}");
        Assert.Empty(CSharpBlock.RemarkedLines(block).Except(diagnostics.Select(d => (d.Id, CSharpBlock.LineOf(d)))));
    }

    [Theory, MemberData(nameof(GeneratedCSharp))]
    public void GeneratedCSharp_IsWhatIsMadeOfTheBlockAbove(string where)
    {
        CodeBlock above = s_blocks.TakeWhile(block => block.Where != where).Last(block => block.Language == "csharp");
        IEnumerable<string> generated = CSharpBlock
            .Generate(above)
            .SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
            .Select(tree => tree.ToString());

        Assert.Contains(Unindented(Block(where).Text), Unindented(string.Join('\n', generated)));
    }

    [CCompilerTheory, MemberData(nameof(C))]
    public void C_Compiles(string where) => Assert.Equal("", CBlock.Diagnose(Block(where)));

    [Theory, MemberData(nameof(Xml))]
    public void Xml_IsWellFormed(string where) => XElement.Parse($"<all>{Block(where).Text}</all>");

    [Fact]
    public void Language_IsOneThatIsChecked() =>
        Assert.Empty(
            s_blocks
                .Where(block =>
                    block.Language is not ("" or "csharp" or "c" or "xml" or "lifetimes" or "ffi-header" or "sh" or "ini" or "mermaid"))
                .Select(block => block.Where));

    [Fact]
    public async Task BrokenCSharp_IsFound()
    {
        CodeBlock block = MarkdownFile.Parse("page.md", """
            # Page
            <!-- context csharp
            [NativeLibrary("m")] static partial class LibM
            {
                …
            }
            -->
            ```csharp
            [NativeFunction("cos")] public static partial double Cos(object x);
            ```
            """).Blocks.Single();

        Assert.Contains("FFI0019", (await CSharpBlock.Diagnose(block)).Select(d => d.Id));
        Assert.Empty(await CSharpBlock.Diagnose(block with { Text = block.Text.Replace("object", "double") }));
        Assert.Equal(["CS1002"], (await CSharpBlock.Diagnose(block with { Text = "const int Answer = 42" })).Select(d => d.Id));
    }

    [CCompilerTheory, InlineData("int twice(int x) { return 2 * x; }", true), InlineData("int twice(int x) { return 2 * y; }", false)]
    public void BrokenC_IsFound(string text, bool isRight) =>
        Assert.Equal(isRight, CBlock.Diagnose(new CodeBlock("page.md", 1, "", "c", "", text, null)).Length == 0);

    private static CodeBlock Block(string where) => s_blocks.Single(block => block.Where == where);

    private static TheoryData<string> Where(Func<CodeBlock, bool> condition) => [.. s_blocks.Where(condition).Select(block => block.Where)];

    private static string Unindented(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));
}
