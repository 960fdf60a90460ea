using Ffi.Bind.Tests.Testing;
using Ffi.Bindgen.Recipes;

namespace Ffi.Bind.Tests.Recipes;

/// <summary>Words of a recipe that mean nothing in the header.</summary>
public sealed class RecipeMistakeTests
{
    private const string Header = """
        typedef struct box box_t;
        enum box_kind { BOX_ROUND, BOX_FLAT };
        box_t *box_new(int width, const char *label);
        void box_free(box_t *box);
        int box_each(box_t *, int (*visit)(int place), void *user);
        #define BOX_LIMIT 12
        """;

    [Theory]
    [InlineData("only box_nwe", "The header declares nothing that is called 'box_nwe'.")]
    [InlineData("only crate_*", "The header declares nothing that is called 'crate_*'.")]
    [InlineData("handle bx freed-by box_free", "The header has no type 'bx'.")]
    [InlineData("handle box freed-by box_fre", "The header has no function 'box_fre'.")]
    [InlineData("enum Limits BOX_LIMITS", "The header has no constant 'BOX_LIMITS'.")]
    [InlineData("name BOX_LIMITS as Limits", "The header declares nothing that is called 'BOX_LIMITS'.")]
    [InlineData("box_make width out", "The header has no function 'box_make'.")]
    [InlineData("crate_* raw", "The header has no function 'crate_*'.")]
    [InlineData("box_new size out", "'box_new' has no parameter 'size'. It has: width, label.")]
    [InlineData("box_* lable text", "'box_*' has no parameter 'lable'. It has: width, label, box, visit, user.")]
    public void WordThatMeansNothing_IsFound(string line, string message) =>
        Assert.Equal(message, Assert.Single(Bound.Header(Header, line).Result.Mistakes).Message);

    [Theory]
    [InlineData("only box_new box_* BOX_LIMIT BOX_ROUND box_kind box_t")]
    [InlineData("except crate_*")]
    [InlineData("handle box as Crate freed-by box_free")]
    [InlineData("enum Limits BOX_LIM*")]
    [InlineData("name box_kind as Kind")]
    [InlineData("name box_each_visit as Visitor")]
    [InlineData("box_* label text; user address")]
    [InlineData("box_each box address")]
    public void WordThatMeansSomething_IsNot(string line) => Assert.Empty(Bound.Header(Header, line).Result.Mistakes);
}
