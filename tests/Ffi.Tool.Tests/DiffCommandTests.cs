using System.Text.Json;
using Ffi.Tool.Tests.Testing;

namespace Ffi.Tool.Tests;

/// <summary>What an upgrade breaks is reported, and what it adds is counted. A declaration that is only written differently breaks
/// nothing.</summary>
public sealed class DiffCommandTests
{
    private const string Old = """
        #include <stddef.h>
        #include <stdint.h>
        typedef struct box box;
        typedef struct options { uint32_t version; int flags; } options;
        typedef struct outer { options inner; int more; } outer;
        typedef struct bits { unsigned a : 3; unsigned b : 5; } bits;
        typedef enum mode { MODE_A, MODE_B, MODE_C } mode;
        typedef int (*visitor)(const char *name, void *user);
        typedef int32_t box_int;
        int same(const char *name, size_t length);
        int gone(void);
        int more(int a);
        int wider(int length);
        void visit(visitor each, void *user);
        box *make(options *from);
        int print(const char *format);
        void stays(mode m, box_int n);
        int fast(int a);
        int constness(char *text);
        extern int box_version;
        #define LIMIT 12
        #define NAME "box"
        #define REMOVED 1
        #define MOVED 5
        """;

    private const string New = """
        #include <stddef.h>
        #include <stdint.h>
        typedef struct box box;
        typedef struct options { uint32_t version; uint16_t threshold; int flags; const char *label; } options;
        typedef struct outer { options inner; int more; } outer;
        typedef struct bits { unsigned a : 4; unsigned b : 4; } bits;
        typedef enum mode { MODE_A, MODE_X, MODE_B, MODE_C } mode;
        typedef int (*visitor)(const char *name, size_t length, void *user);
        typedef int64_t box_int;
        int same(const char *called, size_t length);
        int more(int a, int b);
        int wider(int64_t length);
        void visit(visitor each, void *user);
        box *make(options *from);
        int print(const char *format, ...);
        void stays(mode m, box_int n);
        static inline int fast(int a) { return a; }
        int constness(const char *text);
        int brand_new(void);
        extern long long box_version;
        #define gone() 0
        #define LIMIT 13
        #define NAME "box2"
        #define MORE 7
        enum { MOVED = 5 };
        """;

    [Theory]
    [InlineData("function gone: is a macro now, and no library exports it")]
    [InlineData("function more: takes (a: i32, b: i32), was (a: i32)")]
    [InlineData("function wider: parameter length is i64, was i32")]
    [InlineData("function print: takes variable arguments now")]
    [InlineData("function fast: is inline now, and no library exports it")]
    [InlineData(
        "struct options: field threshold is new: u16 at 4; field flags is at 8, was at 4; field label is new: char const* at 16; has 24 bytes, had 8; is aligned to 8, was to 4 (used by make)"
    )]
    [InlineData("struct outer: field more is at 24, was at 8; has 32 bytes, had 12; is aligned to 8, was to 4")]
    [InlineData("struct bits: field a is u32:4 at 0.0, was u32:3 at 0.0; field b is u32:4 at 0.4, was u32:5 at 0.3")]
    [InlineData(
        "typedef visitor: is fn*(name: char const*, length: size_t, user: void*) -> i32, was fn*(name: char const*, user: void*) -> i32 (used by visit)"
    )]
    [InlineData("typedef box_int: is i64, was i32 (used by stays)")]
    [InlineData("variable box_version: is i64, was i32")]
    [InlineData("constant MODE_B: is 2, was 1")]
    [InlineData("constant LIMIT: is 13, was 12")]
    [InlineData("constant NAME: is \"box2\", was \"box\"")]
    [InlineData("constant REMOVED: is gone")]
    public void WhatBreaks_IsAnErrorWithItsLine(string change)
    {
        (int code, string[] lines) = Diff();

        Assert.Equal(1, code);
        Assert.Contains(
            lines,
            line => line.StartsWith("box.h(", StringComparison.Ordinal) && line.EndsWith(": error: " + change, StringComparison.Ordinal));
    }

    [Fact]
    public void NothingElse_IsAnError()
    {
        string[] broken =
        [
            .. Diff()
                .Lines.Where(static line => line.Contains(": error: ", StringComparison.Ordinal))
                .Select(static line => line.Split(": error: ")[1].Split(':')[0].Split(' ')[1])
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(
            [
                "LIMIT", "MODE_B", "MODE_C", "NAME", "REMOVED", "bits", "box_int", "box_version", "fast", "gone", "more", "options",
                "outer", "print", "visitor", "wider",
            ],
            broken);
    }

    [Fact]
    public void SameDeclarationInOtherWords_IsANote()
    {
        Assert.Contains("box.h(18): info: function constness: parameter text is now written char const*, was char*", Diff().Lines);
    }

    [Fact]
    public void WhatIsNew_IsCounted_AndToldOnDemand()
    {
        Assert.Contains(
            Diff().Lines,
            static line => line.Contains("16 that break", StringComparison.Ordinal) && line.Contains("3 new", StringComparison.Ordinal));
        Assert.DoesNotContain(Diff().Lines, static line => line.Contains("brand_new", StringComparison.Ordinal));
        Assert.Contains("box.h(19): info: function brand_new: is new", Diff("--all").Lines);
    }

    [Fact]
    public void OneDigest_HasNoDifferenceFromItself()
    {
        using WorkFolder folder = new(("box.h", Old));

        Assert.Contains("0 that break", ToolRun.Clean("diff", folder.PathOf("box.h"), folder.PathOf("box.h")));
    }

    [Fact]
    public void ChangeOnOnePlatform_SaysWhich()
    {
        using WorkFolder folder = new(
            ("old.h", "long total(void);"),
            ("new.h", "#ifdef _WIN32\nlong long total(void);\n#else\nlong total(void);\n#endif\n"));

        string output = ToolRun.Of("diff", folder.PathOf("old.h"), folder.PathOf("new.h")).Output;

        Assert.Contains("error: function total: returns i64, was long [win]", output);
    }

    [Fact]
    public void Assembly_NarrowsToWhatItDeclares()
    {
        using WorkFolder folder = new(("old/box.h", Old), ("new/box.h", New));
        string assembly = CSharpAssembly.Build(folder, "Acme", """
            namespace Acme { static class Native { [DllImport("box")] static extern IntPtr make(IntPtr from); [DllImport("box", EntryPoint = "wider")] static extern int Widen(int length); [DllImport("box")] static extern int same(string name, UIntPtr length); } }
            """);

        ToolRun run = ToolRun.Of("diff", folder.PathOf("old/box.h"), folder.PathOf("new/box.h"), "--assembly", assembly);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("function wider: parameter length is i64, was i32 (declared as Acme.Native.Widen)", run.Output);
        Assert.Contains("(used by make) (declared as Acme.Native.make)", run.Output);
        Assert.DoesNotContain("function more", run.Output);
        Assert.Contains("2 that break", run.Output);
    }

    [Fact]
    public void Json_HasTheChanges()
    {
        using WorkFolder folder = new(("old/box.h", Old), ("new/box.h", New));
        using JsonDocument report = JsonDocument.Parse(
            ToolRun.Of("diff", folder.PathOf("old/box.h"), folder.PathOf("new/box.h"), "--json").Output);

        Assert.Equal(16, report.RootElement.GetProperty("breaking").GetInt32());
        JsonElement options = report
            .RootElement.GetProperty("changes")
            .EnumerateArray()
            .Single(static change => change.GetProperty("name").GetString() == "options");
        Assert.Equal(
            ("breaks", "struct", "make"),
            (
                options.GetProperty("impact").GetString(),
                options.GetProperty("kind").GetString(),
                options.GetProperty("usedBy")[0].GetString()));
    }

    [Fact]
    public void SideThatCannotBeRead_IsNamed_AndNothingIsCompared()
    {
        using WorkFolder folder = new(("box.h", Old), ("bad.h", "int f(gone_t g);"), ("none.dll", "text"));

        Assert.Contains(
            "bad.h(1): error: unknown type name 'gone_t'",
            ToolRun.Fails("diff", folder.PathOf("box.h"), folder.PathOf("bad.h")));
        Assert.Contains(
            "none.dll is not a .NET assembly: it is a text file.",
            ToolRun.Fails("diff", folder.PathOf("box.h"), folder.PathOf("box.h"), "--assembly", folder.PathOf("none.dll")));
    }

    private static (int Code, string[] Lines) Diff(params string[] options)
    {
        using WorkFolder folder = new(("old/box.h", Old), ("new/box.h", New));
        ToolRun run = ToolRun.Of(["diff", folder.PathOf("old/box.h"), folder.PathOf("new/box.h"), .. options]);
        Assert.Equal("", run.Error);
        return (run.ExitCode, run.Output.Split('\n'));
    }
}
