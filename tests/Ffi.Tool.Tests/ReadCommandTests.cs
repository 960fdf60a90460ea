using System.Text.Json;
using Ffi.Tool.Tests.Testing;

namespace Ffi.Tool.Tests;

public sealed class ReadCommandTests
{
    private const string Header = """
        #include <stddef.h>
        /** Says how many. */
        size_t boxes(const char *name, long *count);
        int other(void);
        struct box { int width; long depth; };
        struct lid { int open; };
        void put(struct box *box);
        #define BOX_LIMIT 12
        #define LID_LIMIT 13
        #define LATER (BOX_LIMIT + missing)
        __attribute__((deprecated("use put"))) void place(void);
        """;

    [Fact]
    public void Header_BecomesADigest_WithWhatTheOptionsSayOfIt()
    {
        using WorkFolder folder = new(("box.h", Header));
        string table = ToolRun.Clean(
            "read",
            folder.PathOf("box.h"),
            "-o",
            folder.PathOf("box.ffi-header"),
            "--library", "box", "--library-version", "1.2", "--licence", "MIT");

        string digest = folder.Read("box.ffi-header");
        Assert.Contains("library    box\nversion    1.2\nlicence    MIT\n", digest);
        Assert.Contains("platforms  linux-x64 linux-arm64 win-x64 win-arm64 osx-arm64\n", digest);
        Assert.Contains("/// Says how many.\nfunction boxes(name: char const*, count: long*) -> size_t at box.h:3\n", digest);
        Assert.Contains("4 functions", table);
        Assert.Contains("5 platforms", table);
        Assert.Contains(folder.PathOf("box.ffi-header"), table);
    }

    [Fact]
    public void Minus_IsStandardOutput_AndNothingElseIsPrinted()
    {
        using WorkFolder folder = new(("box.h", Header));

        Assert.StartsWith("ffi-header 1\nheader     box.h\n", ToolRun.Clean("read", folder.PathOf("box.h"), "-o", "-"));
    }

    [Fact]
    public void FactsOnly_LeavesTheHeadersOwnTextOut()
    {
        using WorkFolder folder = new(("box.h", Header));
        string digest = ToolRun.Clean("read", folder.PathOf("box.h"), "-o", "-", "--facts-only");

        Assert.DoesNotContain("Says how many", digest);
        Assert.DoesNotContain("use put", digest);
        Assert.DoesNotContain("missing", digest);
        Assert.Contains("function place() -> void [deprecated] at box.h:11\n", digest);
        Assert.Contains("constant BOX_LIMIT: i32 = 12", digest);
    }

    [Fact]
    public void Only_TakesWhatIsNamed_AndTheTypesThatItNeeds()
    {
        using WorkFolder folder = new(("box.h", Header));
        string digest = ToolRun.Clean("read", folder.PathOf("box.h"), "-o", "-", "--only", "put,BOX_*");

        Assert.Equal(
            ["struct box", "function put", "constant BOX_LIMIT:"],
            digest
                .Split('\n')
                .SkipWhile(static line => line.Length > 0)
                .Where(static line => line.Length > 0 && line[0] != ' ')
                .Select(static line => string.Join(' ', line.Split(' ', '(').Take(2))));
    }

    [Fact]
    public void Platforms_CanBeChosen()
    {
        using WorkFolder folder = new(("box.h", Header));

        Assert.Contains(
            "platforms  linux-x64 win-x64 win-arm64\n",
            ToolRun.Clean("read", folder.PathOf("box.h"), "-o", "-", "--platform", "win,linux-x64"));
        Assert.Contains("'solaris' is not a platform", ToolRun.Of("read", folder.PathOf("box.h"), "--platform", "solaris").Error);
    }

    [Theory]
    [InlineData("-I{0}/inner", "-DWITH_INNER=1")]
    [InlineData("-I", "{0}/inner", "-D", "WITH_INNER=1")]
    [InlineData("--include={0}/inner", "--define", "WITH_INNER=1")]
    public void FoldersAndMacros_AreGivenAsToACompiler(params string[] options)
    {
        using WorkFolder folder = new(
            ("box.h", "#if WITH_INNER == 1\n#include <inner.h>\ninner_t f(void);\n#endif\n"),
            ("inner/inner.h", "typedef long inner_t;\n"));

        string digest = ToolRun.Clean([
            "read",
            folder.PathOf("box.h"),
            "-o",
            "-",
            .. options.Select(option => string.Format(null, option, folder.Path)),
        ]);

        Assert.Contains("function f() -> inner_t", digest);
    }

    [Fact]
    public void Json_HasTheNumbers()
    {
        using WorkFolder folder = new(("box.h", Header));
        using JsonDocument report = JsonDocument.Parse(
            ToolRun.Clean("read", folder.PathOf("box.h"), "-o", folder.PathOf("box.ffi-header"), "--json"));

        Assert.Equal(4, report.RootElement.GetProperty("functions").GetInt32());
        Assert.Equal(2, report.RootElement.GetProperty("constants").GetInt32());
        Assert.Equal(folder.PathOf("box.ffi-header"), report.RootElement.GetProperty("file").GetString());
    }

    [Theory]
    [InlineData("int f(gone_t g);", "box.h(1): error: unknown type name 'gone_t'")]
    [InlineData(
        "#include <gone.h>\nint f(void);",
        "box.h(1): error: The include gone.h is not found. Name the folder that has it with -I.")]
    [InlineData("#define X 1", "box.h: error: No function is declared in box.h.")]
    [InlineData("#ifdef _WIN32\n#error none\n#endif\nint f(void);", "box.h(2): error: none [win]")]
    public void HeaderThatCannotBeRead_IsSaid_AndNothingIsWritten(string header, string message)
    {
        using WorkFolder folder = new(("box.h", header));

        Assert.Contains(message, ToolRun.Fails("read", folder.PathOf("box.h"), "-o", folder.PathOf("box.ffi-header")));
        Assert.False(File.Exists(folder.PathOf("box.ffi-header")));
    }

    [Fact]
    public void ProblemsForMachines_AreJson()
    {
        ToolRun run = ToolRun.Of("read", "no/such.h", "--json");

        Assert.Equal(2, run.ExitCode);
        using JsonDocument report = JsonDocument.Parse(run.Output);
        Assert.Contains("no/such.h is not found", report.RootElement.GetProperty("problems")[0].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("read")]
    [InlineData("reed", "x.h")]
    [InlineData("read", "x.h", "--no-such-option")]
    public void CommandLineThatIsWrong_EndsLikeWhatCannotBeRead(params string[] arguments)
    {
        ToolRun run = ToolRun.Of(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void FileThatCannotBeWritten_IsNamed()
    {
        using WorkFolder folder = new(("box.h", Header));

        Assert.Contains("no/such/folder", ToolRun.Fails("read", folder.PathOf("box.h"), "-o", folder.PathOf("no/such/folder/x")));
    }
}
