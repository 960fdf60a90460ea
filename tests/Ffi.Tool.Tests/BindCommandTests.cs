using Ffi.Tool.Tests.Testing;

namespace Ffi.Tool.Tests;

public sealed class BindCommandTests
{
    private const string Header = """
        typedef struct box box_t;
        /** Makes a box. */
        box_t *box_new(const char *name);
        void box_free(box_t *box);
        int box_width(const box_t *box);
        box_t *box_outer(box_t *box);
        #define BOX_LIMIT 12
        """;

    [Fact]
    public void FirstRun_WritesRecipeDigestAndBindings()
    {
        using WorkFolder folder = new(("box.h", Header));
        string output = Bind(folder);

        Assert.Contains("     4 functions   4 without pointers, 0 with\n", output);
        Assert.Contains("wrote box.ffi-bind, box.ffi-header, Box.g.cs", output);
        Assert.Contains("handle    box as BoxHandle freed-by box_free", folder.Read("box.ffi-bind"));
        Assert.Contains("# guess: box_outer return borrowed-from box ", folder.Read("box.ffi-bind"));
        Assert.Contains("public static partial BoxHandle New(string name);", folder.Read("Box.g.cs"));
        Assert.Contains("library    box\n", folder.Read("box.ffi-header"));
    }

    [Fact]
    public void LaterRuns_FollowTheRecipe_AndNeverWriteIt()
    {
        using WorkFolder folder = new(("box.h", Header));
        Bind(folder);
        string recipe =
            folder.Read("box.ffi-bind").Replace("box as BoxHandle", "box as Crate", StringComparison.Ordinal)
            + "box_width as Measure   # mine\n";
        folder.Write("box.ffi-bind", recipe);

        Assert.Equal(1, ToolRun.Of("bind", "-o", folder.Path, "--check").ExitCode);
        Assert.DoesNotContain("Crate", folder.Read("Box.g.cs"));
        Assert.Contains("wrote Box.g.cs", ToolRun.Clean("bind", "-o", folder.Path));
        Assert.Contains("public static partial int Measure(Crate box);", folder.Read("Box.g.cs"));
        Assert.Equal(recipe, folder.Read("box.ffi-bind"));
        Assert.Contains("nothing to write", ToolRun.Clean("bind", "-o", folder.Path, "--check"));
    }

    [Fact]
    public void WordOfARecipeThatMeansNothing_IsAnErrorWithItsLine_AndNothingIsWritten()
    {
        using WorkFolder folder = new(("box.h", Header));
        Bind(folder);
        string recipe = folder.Read("box.ffi-bind") + "box_width  bxo address   # misspelt\n";
        folder.Write("box.ffi-bind", recipe);
        string before = folder.Read("Box.g.cs");

        string problems = ToolRun.Fails("bind", "-o", folder.Path);
        int line = recipe.Split('\n').Length - 1;
        Assert.Contains($"box.ffi-bind({line}): error: 'box_width' has no parameter 'bxo'. It has: box.", problems);
        Assert.Equal(before, folder.Read("Box.g.cs"));
    }

    [Fact]
    public void NameThatTheHeaderHasNot_IsAnError_BeforeARecipeIsWritten()
    {
        using WorkFolder folder = new(("box.h", Header));
        string[] line = ["bind", folder.PathOf("box.h"), "-o", folder.PathOf("out"), "--library", "box", "--namespace", "Acme.Boxes"];
        string problems = ToolRun.Fails([.. line, "--only", "box_hieght"]);
        Assert.Contains("error: The header declares nothing that is called 'box_hieght'.", problems);
        Assert.False(File.Exists(folder.PathOf("out/box.ffi-bind")));
    }

    [Fact]
    public void FolderOfABuild_IsWrittenAnew_AndNamesWhatWasRead()
    {
        using WorkFolder folder = new(("box.h", "#include \"more.h\"\n" + Header), ("more.h", "int box_more(void);\n"));
        string output = folder.PathOf("obj");
        string[] line = ["bind", folder.PathOf("box.h"), "-o", output, "--library", "box", "--namespace", "Acme.Boxes", "--build"];
        ToolRun.Clean(line);
        Assert.Equal($"{folder.PathOf("box.h")}\n{folder.PathOf("more.h")}\n", folder.Read("obj/box.inputs"));

        DateTime written = File.GetLastWriteTimeUtc(folder.PathOf("obj/Box.g.cs"));
        Assert.Contains("nothing to write", ToolRun.Clean(line));
        Assert.Equal(written, File.GetLastWriteTimeUtc(folder.PathOf("obj/Box.g.cs")));

        folder.Write("more.h", "typedef struct lid lid_t;\nlid_t *box_lid_new(void);\nvoid box_lid_free(lid_t *lid);\n");
        Assert.Contains("wrote box.ffi-bind, box.ffi-header, Crate.g.cs", ToolRun.Clean([.. line, "--class", "Crate"]));
        Assert.Contains("freed-by box_lid_free", folder.Read("obj/box.ffi-bind"));
        Assert.Equal(["Crate.g.cs"], Directory.GetFiles(output, "*.cs").Select(Path.GetFileName));
    }

    [Fact]
    public void RecipeThatStandsElsewhere_IsFollowed_WithPathsFromThere()
    {
        using WorkFolder folder = new(
            ("native/box.h", Header),
            ("native/mine.ffi-bind", "header box.h\nlibrary box\nnamespace Acme.Boxes\nonly box_width\n"));
        ToolRun.Clean("bind", "--recipe", folder.PathOf("native/mine.ffi-bind"), "-o", folder.PathOf("obj"), "--build");

        Assert.Contains("box_width\"", folder.Read("obj/Box.g.cs"));
        Assert.DoesNotContain("box_outer", folder.Read("obj/Box.g.cs"));
        Assert.Equal($"{folder.PathOf("native/mine.ffi-bind")}\n{folder.PathOf("native/box.h")}\n", folder.Read("obj/mine.inputs"));
        Assert.Contains(
            "There is no file no/such.ffi-bind.",
            ToolRun.Fails("bind", "--recipe", "no/such.ffi-bind", "-o", folder.PathOf("obj")));
    }

    [Fact]
    public void FunctionsDeclaredByHand_AreLeftOut()
    {
        using WorkFolder folder = new(
            ("box.h", Header),
            ("Mine.cs", "static partial class Box { [NativeFunction(\"box_width\")] public static partial long Width(BoxHandle box); }"));
        Bind(folder);

        Assert.DoesNotContain("box_width\"", folder.Read("Box.g.cs"));
        Assert.Contains("box_outer\"", folder.Read("Box.g.cs"));
    }

    [Theory]
    [InlineData("[NativeFunction(\"box_width\")] public static partial int Width(BoxHandle box);")]
    [InlineData(
        "[Obsolete, global::Ffi.NativeFunctionAttribute(\"box_width\", Optional = true)] public static partial int Width(BoxHandle box);")]
    [InlineData("[NativeFunction]\n    [return: Other]\n    public static partial int box_width(BoxHandle box);")]
    [InlineData("[Ffi.NativeFunction(Optional = true)] internal static unsafe partial int* box_width(BoxHandle box);")]
    public void FunctionsDeclaredByHand_AreSeenHoweverTheyAreWritten(string declaration)
    {
        using WorkFolder folder = new(("box.h", Header), ("Mine.cs", $"static partial class Box {{ {declaration} }}"));
        Bind(folder);

        Assert.DoesNotContain("box_width\"", folder.Read("Box.g.cs"));
        Assert.Contains("box_outer\"", folder.Read("Box.g.cs"));
    }

    [Fact]
    public void FunctionsDeclaredInListedSources_AreLeftOut()
    {
        using WorkFolder folder = new(
            ("box.h", Header),
            ("src/Mine.cs", "static partial class Box { [NativeFunction(\"box_width\")] public static partial int Width(BoxHandle box); }")
        );
        folder.Write("obj/sources", $"{folder.PathOf("src/Mine.cs")}\n{folder.PathOf("src/Gone.cs")}\n");
        ToolRun.Clean(
            "bind",
            folder.PathOf("box.h"),
            "-o",
            folder.PathOf("obj/box"),
            "--library", "box", "--namespace", "Acme.Boxes", "--build", "--sources",
            folder.PathOf("obj/sources"));

        Assert.DoesNotContain("box_width\"", folder.Read("obj/box/Box.g.cs"));
        Assert.Contains("box_outer\"", folder.Read("obj/box/Box.g.cs"));
    }

    [Fact]
    public void WhatIsMissing_IsSaid()
    {
        using WorkFolder folder = new(("box.h", Header), ("wrong/box.ffi-bind", "header box.h\nhandle\n"));

        Assert.Contains("There is no recipe (*.ffi-bind) in ", ToolRun.Fails("bind", "-o", folder.Path));
        Assert.Contains("--library NAME --namespace NAME", ToolRun.Fails("bind", folder.PathOf("box.h"), "-o", folder.Path));
        Assert.Contains(
            "box.ffi-bind(2): error: Write: handle C_TYPE as CSharpName freed-by C_FUNCTION",
            ToolRun.Fails("bind", "-o", folder.PathOf("wrong")));
    }

    private static string Bind(WorkFolder folder) =>
        ToolRun.Clean("bind", folder.PathOf("box.h"), "-o", folder.Path, "--library", "box", "--namespace", "Acme.Boxes");
}
