using System.Text.Json;
using Ffi.Tool.Tests.Testing;

namespace Ffi.Tool.Tests;

public sealed class ExplainCommandTests
{
    private const string Header = """
        #include <stddef.h>
        typedef struct box box;
        typedef int (*compare)(const void *left, const void *right);
        typedef struct entry { unsigned kind : 3; long offset; char name[8]; } entry;
        typedef enum mode { MODE_A = 1, MODE_B = 2 } mode;
        /** Sorts the boxes.
         *  Stable. */
        __attribute__((nonnull(1))) int sort(box **all, size_t count, compare by, char *const *names, const int grid[4]);
        long total(const entry *e, mode m);
        void plain(void);
        int print(const char *format, ...);
        #define LIMIT 12u
        #define CALL(x) sort(x)
        """;

    [Fact]
    public void Function_IsShownInC_InCSharp_WithItsParametersAndComment()
    {
        Assert.Equal(
            """
            function sort   box.h:8   (box.h)
              C   int sort(box **all, size_t count, compare by, char *const *names, const int grid[4]);
              C#  [DllImport("LIBRARY")] static extern unsafe int sort(nint* all, nuint count, delegate* unmanaged[Cdecl]<void*, void*, int> by, nint* names, int* grid);
                all    box**        8 bytes
                count  size_t       8 bytes
                by     compare      8 bytes
                names  char* const* 8 bytes
                grid   i32 const*   8 bytes
                result i32          4 bytes
              attributes: nonnull(1)
              | Sorts the boxes.
              |  Stable.

            """.ReplaceLineEndings("\n"),
            Explain("sort"));
    }

    [Fact]
    public void WhatDiffers_IsShownByPlatform()
    {
        string output = Explain("entry");

        Assert.Contains("  C   struct entry, 24 bytes, aligned to 8   on linux,osx\n", output);
        Assert.Contains("  C   struct entry, 16 bytes, aligned to 4   on win\n", output);
        Assert.Matches(@"kind +u32:3 +@0\.0", output);
        Assert.Matches(@"offset +long +@8 on linux,osx, 4 on win +8 on linux,osx, 4 on win", output);
        Assert.Contains("C#  [DllImport(\"LIBRARY\")] static extern unsafe CLong total(entry* e, uint m);", Explain("total"));
    }

    [Theory]
    [InlineData("plain", "  C   void plain(void);")]
    [InlineData("print", "  C   int print(const char *format, ...);")]
    [InlineData("LIMIT", "  C#  const uint LIMIT = 12;")]
    [InlineData("MODE_B", "  C   MODE_B = 2 in enum mode")]
    [InlineData("CALL", "  C   #define CALL(x) …; a macro, which no library exports")]
    [InlineData("compare", "  C   typedef int (*compare)(const void *left, const void *right);")]
    [InlineData("box", "  C   struct box; its fields are hidden, so programs use pointers to it")]
    [InlineData("mode", "    MODE_A")]
    public void EveryKind_IsExplained(string name, string line) => Assert.Contains(line, Explain(name));

    [Fact]
    public void FunctionWithDots_HasNoImport() => Assert.DoesNotContain("C#", Explain("print"));

    [Fact]
    public void NameThatIsNot_IsSaid_WithTheNearest()
    {
        using WorkFolder folder = new(("box.h", Header));

        Assert.Equal("error: There is no 'sorts' in box.h. Nearest are sort.\n", ToolRun.Fails("explain", "sorts", folder.PathOf("box.h")));
    }

    [Fact]
    public void WithoutASource_TheKnownLibrariesAreSearched()
    {
        Assert.StartsWith("function mdb_cursor_count   lmdb.h:", ToolRun.Clean("explain", "mdb_cursor_count"));
        Assert.Contains(
            "No digest that comes with the tool has 'no_such_function_anywhere'.",
            ToolRun.Fails("explain", "no_such_function_anywhere"));
    }

    [Fact]
    public void Json_HasTheSame()
    {
        using WorkFolder folder = new(("box.h", Header));
        using JsonDocument explanations = JsonDocument.Parse(ToolRun.Clean("explain", "total", folder.PathOf("box.h"), "--json"));

        Assert.Equal("box.h:9", explanations.RootElement[0].GetProperty("header").GetString());
        Assert.Equal("8 on linux,osx, 4 on win", explanations.RootElement[0].GetProperty("parts")[2].GetProperty("bytes").GetString());
    }

    private static string Explain(string name)
    {
        using WorkFolder folder = new(("box.h", Header));
        return ToolRun.Clean("explain", name, folder.PathOf("box.h")).Replace($"({folder.PathOf("box.h")})", "(box.h)");
    }
}
