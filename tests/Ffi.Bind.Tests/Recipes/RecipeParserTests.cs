using Ffi.Bindgen.Recipes;

namespace Ffi.Bind.Tests.Recipes;

public sealed class RecipeParserTests
{
    [Fact]
    public void Recipe_IsRead()
    {
        Recipe recipe = Testing.Bound.Parse("""
            header    a.h b.h              # a comment
            library   demo
            library   demo1 on windows
            namespace Acme.Demo
            class     Demo
            strip     demo_ DEMO_
            only      demo_open* demo_close
            except    *_16
            handle    demo as Session freed-by demo_close
            handle    demo_iter not-freed
            enum      OpenFlags flags DEMO_OPEN_* DEMO_EXTRA
            name      DEMO_OK as Success
            demo_open flags is OpenFlags; path nul-terminated; as Open
            demo_text return borrowed-from s until demo_step, demo_reset
            """);
        Assert.Equal(["a.h", "b.h"], recipe.Headers);
        Assert.Equal("demo", recipe.Library);
        Assert.Equal("demo1", recipe.LibraryBySystem["windows"]);
        Assert.True(recipe.Binds("demo_open_v2"));
        Assert.False(recipe.Binds("demo_open_16"));
        Assert.False(recipe.Binds("demo_step"));
        Assert.Equal([new HandleChoice("demo", "Session", "demo_close"), new HandleChoice("demo_iter", null, null)], recipe.Handles);
        Assert.True(recipe.Enums[0].IsFlags);
        Assert.Equal("Success", recipe.Names["DEMO_OK"]);
        FunctionChoice open = recipe.Functions["demo_open"];
        Assert.Equal(("Open", "OpenFlags", true), (open.Name, open.Parameters["flags"].Enum, open.Parameters["path"].IsNulTerminated));
        Assert.Equal(["demo_step", "demo_reset"], recipe.Functions["demo_text"].Result!.InvalidatedBy);
    }

    [Theory]
    [InlineData("handle demo", "handle C_TYPE as CSharpName freed-by")]
    [InlineData("enum Only", "enum CSharpName")]
    [InlineData("platforms solaris", "'solaris' is not a platform")]
    [InlineData("library a b", "library NAME")]
    [InlineData("namespace", "'namespace' takes one name")]
    [InlineData("demo_open", "'demo_open' has no clause")]
    [InlineData("demo_open flags maybe", "'flags maybe' is not a clause")]
    [InlineData("demo_open return borrowed-from", "is not a clause")]
    public void WrongLine_IsReportedWithItsPlace(string line, string message)
    {
        RecipeParseResult parsed = RecipeParser.Parse($"header a.h\n\n{line}\n", "demo.ffi-bind");
        RecipeError error = Assert.Single(parsed.Errors);
        Assert.StartsWith("demo.ffi-bind(3): error: ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
