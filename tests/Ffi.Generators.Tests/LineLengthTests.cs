using Ffi.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.Tests;

/// <summary>A line of source fits into a window, unless a string literal makes it longer.</summary>
public class LineLengthTests
{
    private const int Longest = 140;

    private static readonly string s_long = new('x', Longest);

    public static TheoryData<string> Folders => ["src", "tests", "samples", "benchmarks"];

    [Theory, MemberData(nameof(Folders))]
    public void Lines_HaveAtMost140Characters(string folder) =>
        Assert.Empty(
            Directory
                .EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
                .Where(IsWritten)
                .SelectMany(LongLinesIn));

    [Fact]
    public void LongLine_IsFound_UnlessItIsALiteral()
    {
        Assert.Equal([1], LongLinesOf($"class {s_long};"));
        Assert.Equal([1], LongLinesOf($"// {s_long}"));
        Assert.Equal([2], LongLinesOf($"class C;\n/// <summary>\"{s_long}\"</summary>\nclass D;"));
        Assert.Equal([1], LongLinesOf($"class C {{ string s = N(\"a\", {s_long}); }}"));
        Assert.Empty(LongLinesOf($"class C {{ string s = N(\"{s_long}\"); }}"));
        Assert.Empty(LongLinesOf($"class C {{ string s = $\"{{1}} {s_long} {{2}}\"; }}"));
        Assert.Empty(LongLinesOf($"class C {{ string s = \"\"\"\n    {s_long}\n    \"\"\"; }}"));
    }

    // The catalogue's samples have marks in them, and don't parse.
    private static bool IsWritten(string path) =>
        !path.EndsWith(".g.cs", StringComparison.Ordinal)
        && !path.EndsWith(".verified.cs", StringComparison.Ordinal)
        && !path.Contains("/Liveness/Catalogue/", StringComparison.Ordinal);

    private static IEnumerable<string> LongLinesIn(string path)
    {
        string text = File.ReadAllText(path);
        return text.Split('\n').All(static line => line.Length <= Longest)
            ? []
            : LongLinesOf(text).Select(line => $"{Path.GetRelativePath(Repository.PathOf(""), path)}:{line}");
    }

    private static IEnumerable<int> LongLinesOf(string text)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(text).GetRoot();
        return root.GetText()
            .Lines.Where(line => line.Span.Length > Longest && !IsLiteral(root, line))
            .Select(static line => line.LineNumber + 1);
    }

    private static bool IsLiteral(SyntaxNode root, TextLine line)
    {
        int limit = line.Start + Longest;
        SyntaxTrivia trivia = root.FindTrivia(limit);
        if (trivia.FullSpan.Contains(limit) && !trivia.IsKind(SyntaxKind.WhitespaceTrivia))
        {
            return false;
        }

        // What closes the statement stays behind its last literal.
        SyntaxToken token = root.FindToken(limit);
        while (token.Text is ")" or "]" or "}" or ";" or "," && token.GetPreviousToken().SpanStart > line.Start)
        {
            token = token.GetPreviousToken();
        }

        return token.Parent?.AncestorsAndSelf().Any(static node => node is InterpolatedStringExpressionSyntax) == true
            || token.Kind()
                is SyntaxKind.StringLiteralToken
                    or SyntaxKind.SingleLineRawStringLiteralToken
                    or SyntaxKind.MultiLineRawStringLiteralToken
                    or SyntaxKind.Utf8StringLiteralToken
                    or SyntaxKind.Utf8MultiLineRawStringLiteralToken;
    }
}
