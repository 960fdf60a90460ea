using System.Text.Json;
using Ffi.Tool.Tests.Testing;

namespace Ffi.Tool.Tests;

public sealed class ListCommandTests
{
    private const string Digest = """
        ffi-header 1
        header     box.h
        platforms  linux-x64 win-x64

        opaque struct box at box.h:3
        enum lid: u32 at box/lid.h:1
          LID_OPEN = 0
        function box_open(name: char const*) -> box* at box.h:9
        function box_close(box: box*) -> void on win at box.h:11
        function lid_turn(lid) -> void at box/lid.h:5
        constant BOX_LIMIT: i32 = 12 at box.h:2

        """;

    [Fact]
    public void Digest_IsListedByHeader()
    {
        using WorkFolder folder = new(("box.ffi-header", Digest));

        Assert.Equal(
            """
            box.h
              function box_open(name: char const*) -> box*
              function box_close(box: box*) -> void on win
              opaque struct box
              constant BOX_LIMIT: i32 = 12
            box/lid.h
              function lid_turn(lid) -> void
              enum lid: u32

            """.ReplaceLineEndings("\n"),
            ToolRun.Clean("list", folder.PathOf("box.ffi-header")));
    }

    [Fact]
    public void OnlyAndKind_ChooseWhatIsListed()
    {
        using WorkFolder folder = new(("box.ffi-header", Digest));

        Assert.Equal(
            "box.h\n  function box_close(box: box*) -> void on win\n",
            ToolRun.Clean("list", folder.PathOf("box.ffi-header"), "--only", "*_c*,lid", "--only", "nothing", "--kind", "function"));
    }

    [Fact]
    public void Header_IsReadFirst()
    {
        using WorkFolder folder = new(("box.h", "int box(void);"));

        Assert.Equal("box.h\n  function box() -> i32\n", ToolRun.Clean("list", folder.PathOf("box.h")));
    }

    [Fact]
    public void Json_SaysWhereEachStands()
    {
        using WorkFolder folder = new(("box.ffi-header", Digest));
        using JsonDocument listing = JsonDocument.Parse(ToolRun.Clean("list", folder.PathOf("box.ffi-header"), "--json"));

        JsonElement item = listing.RootElement.GetProperty("headers")[0].GetProperty("items")[1];
        Assert.Equal(
            ("function", "box_close", 11, "win"),
            (
                item.GetProperty("kind").GetString(),
                item.GetProperty("name").GetString(),
                item.GetProperty("line").GetInt32(),
                item.GetProperty("platforms").GetString()));
    }

    [Fact]
    public void DigestWithAMistake_IsNamedWithItsPlace()
    {
        using WorkFolder folder = new(("box.ffi-header", Digest + "function (\n"));

        Assert.Contains("box.ffi-header(12,", ToolRun.Fails("list", folder.PathOf("box.ffi-header")));
    }

    [Fact]
    public void NameThatStandsForNothing_IsSaid_WithWhatThereIs()
    {
        string error = ToolRun.Fails("list", "sqlight");

        Assert.Contains("There is no file 'sqlight', and no digest of a library with that name comes with the tool.", error);
    }

    [Fact]
    public void DigestThatIsNotThere_IsNamed() =>
        Assert.Contains("There is no file no/such.ffi-header", ToolRun.Fails("list", "no/such.ffi-header"));
}
