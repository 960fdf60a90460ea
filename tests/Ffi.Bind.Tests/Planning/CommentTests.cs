using Ffi.Bind.Tests.Testing;
using Ffi.Bindgen;

namespace Ffi.Bind.Tests.Planning;

/// <summary>Which comment is a declaration's, and what becomes of it.</summary>
public sealed class CommentTests
{
    [Fact]
    public void CommentsBelowTheirFunctions_AreTheirs_AndThoseOfMacrosNobodys()
    {
        BindResult result = Bound.Header("""
            int pack(int x);
            /*
                 pack makes it small. One may call pack twice.
            */
            int pack_end(int x);
            /*
                 pack_end ends what pack began: pack_end frees.
            */
            /*
            extern int unpack_init OF((int x));

                 Starts.
            */
            int unpack(int x);
            /*
                 unpack makes it large again.
            */
            int unpack_end(int x);
            /*
                 unpack_end ends that.
            */
            int sum(int x);
            /*
                 sum adds up.
            */
            int more(int x);
            /*
                 more multiplies.
            */
            int last(int x);
            """).Result;
        Assert.Contains("<summary>pack makes it small. One may call pack twice.</summary>", Head(result, "pack"), StringComparison.Ordinal);
        Assert.Contains("<summary>unpack makes it large again.</summary>", Head(result, "unpack"), StringComparison.Ordinal);
        Assert.Contains("<summary>sum adds up.</summary>", Head(result, "sum"), StringComparison.Ordinal);
        Assert.Contains("<summary><c>last</c></summary>", Head(result, "last"), StringComparison.Ordinal);
        Assert.DoesNotContain("OF((", result.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void DoxygensComments_StandAboveTheirFunctions_WhateverTheyName()
    {
        string[] names = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"];
        string header = string.Concat(names.Select((name, index) => $"""
            /** Comment {index}. Like \c {names[Math.Max(index - 1, 0)]}, which goes before.
             * \param x What for. */
            int {name}(int x);

            """));
        BindResult result = Bound.Header(header).Result;
        Assert.Contains("<summary>Comment 3. Like third, which goes before.</summary>", Head(result, "fourth"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name of it, \\<none\\> if \\% or '\\\\0'.", "<summary>Name of it, &lt;none&gt; if % or '\\0'.</summary>")]
    [InlineData("NAME f()\n *\n * DESCRIPTION\n *\n * Makes text of it.", "<summary>Makes text of it.</summary>")]
    [InlineData("int f(int old);\n *\n * The new form.", "<summary>The new form.</summary>")]
    [InlineData("NAMES are compared.", "<summary>NAMES are compared.</summary>")]
    [InlineData("f(x) is x.", "<summary>f(x) is x.</summary>")]
    public void Summary_IsWhatAPersonWouldTakeForIt(string comment, string expected) =>
        Assert.Contains(expected, Head(Bound.Header($"/**\n * {comment}\n */\nint f(int x);\n").Result, "f"), StringComparison.Ordinal);

    // All that stands between the function before and this one.
    private static string Head(BindResult result, string symbol)
    {
        string before = result.Source[..result.Source.IndexOf($"[NativeFunction(\"{symbol}\")]", StringComparison.Ordinal)];
        return before[(Math.Max(before.LastIndexOf(");\n", StringComparison.Ordinal), 0))..];
    }
}
