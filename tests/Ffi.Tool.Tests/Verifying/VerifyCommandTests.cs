using System.Runtime.InteropServices;
using System.Text.Json;
using Ffi.Tests.Testing;
using Ffi.Tool.Tests.Testing;
using Microsoft.CodeAnalysis.Emit;

namespace Ffi.Tool.Tests.Verifying;

public sealed class VerifyCommandTests
{
    private const string Header =
        "#include <stddef.h>\nint box_count(void *box, size_t *count);\nvoid box_close(void *box);\nlong box_old(void *box);\n";

    private const string Wrong =
        "namespace Acme { static class Native {\n    [DllImport(\"box\")]\n    public static extern int box_count(IntPtr box,\n        out int count);\n    [DllImport(\"box\")] public static extern void box_close(IntPtr box);\n    [DllImport(\"kernel32\")] public static extern int GetLastError();\n} }";

    [Fact]
    public void Finding_StandsAtTheParameter_InMSBuildsForm()
    {
        using WorkFolder folder = new(("box.h", Header));
        string assembly = CSharpAssembly.Build(folder, "Acme", Wrong);

        ToolRun run = ToolRun.Of("verify", assembly, "--header", folder.PathOf("box.h"));

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(
            $"{folder.PathOf("Acme.cs")}(5,17): error FFI3004: 'box_count' writes 8 bytes (size_t) through 'count', which is 'out int': 4 bytes (box.h:2)\n",
            run.Output);
        Assert.Matches(@"verify +Acme\.dll +3 imports, 2 checked\n", run.Output);
        Assert.Matches(@"with +\S*box\.h\n", run.Output);
        Assert.Matches(@"without +kernel32 +1 import not checked: no digest\n", run.Output);
        Assert.Matches(@"found +1 error +0 warnings", run.Output);
    }

    [Theory]
    [InlineData(DebugInformationFormat.PortablePdb, true, "Acme.cs(5,17): error FFI3004: '")]
    [InlineData(DebugInformationFormat.Embedded, true, "Acme.cs(5,17): error FFI3004: '")]
    [InlineData(DebugInformationFormat.PortablePdb, false, "Acme.cs: error FFI3004: Acme.Native.box_count(count): '")]
    [InlineData(null, true, "Acme.dll: error FFI3004: Acme.Native.box_count(count): '")]
    public void Place_IsAsGoodAsThePdbAndTheSourcesAllow(DebugInformationFormat? format, bool hasSources, string start)
    {
        using WorkFolder folder = new(("box.h", Header));
        string assembly = format is null ? WithoutPdb(folder) : CSharpAssembly.Build(folder, "Acme", Wrong, format);
        if (!hasSources)
        {
            File.Delete(folder.PathOf("Acme.cs"));
        }

        Assert.Contains(start, ToolRun.Of("verify", assembly, "--header", folder.PathOf("box.h")).Output);
    }

    [Fact]
    public void OwnAssembly_HasWhatGeneratorsMade()
    {
        using WorkFolder folder = new(("fixture.h", """
            #include <stddef.h>
            #include <stdbool.h>
            int fixture_open(const char *name, void **box);
            int fixture_rename(void *box, const char *name);
            int fixture_count(void *box, size_t *count);
            int fixture_fill(void *box, unsigned char *bytes, size_t length);
            bool fixture_is_open(void *box);
            char *fixture_name(void *box);
            void fixture_free(void *text);
            int fixture_print(const char *format, ...);
            """));

        ToolRun run = ToolRun.Of("verify", typeof(VerifyCommandTests).Assembly.Location, "--header", folder.PathOf("fixture.h"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            [.. Marked("Fixtures/ImportedFunctions.cs"), .. Marked("Fixtures/LibraryImports.cs"), .. Marked("Fixtures/NativeFunctions.cs")],
            run.Output.Split('\n')
                .Where(static line => line.Contains(" FFI3", StringComparison.Ordinal))
                .Select(static line => FindingAt(line))
                .Order(StringComparer.Ordinal));
        // Two of them have an import inside, which is not counted.
        Assert.Contains("12 checked", run.Output);
    }

    [Fact]
    public void Library_IsLookedInForWhatIsImported()
    {
        using WorkFolder folder = new(
            ("z.h", "unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned int len);\nint zlib_new(void);\n"));
        string assembly = CSharpAssembly.Build(
            folder,
            "Acme",
            "static class Native { [DllImport(\"z\")] static extern CULong crc32(CULong crc, byte[] buf, uint len); [DllImport(\"libz.so.1\")] static extern IntPtr zlibVersoin(); }"
        );

        ToolRun run = ToolRun.Of("verify", assembly, "--header", folder.PathOf("z.h"), "--library", "/lib/x86_64-linux-gnu/libz.so.1");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("warning FFI3010: 'zlibVersoin' isn't exported by libz.so.1; it exports 'zlibVersion'", run.Output);
        Assert.DoesNotContain("crc32", run.Output);
    }

    [Fact]
    public void KnownLibrary_IsChosenByTheImportsName()
    {
        using WorkFolder folder = new();
        string assembly = CSharpAssembly.Build(
            folder,
            "Acme",
            "static class Native { [DllImport(\"liblmdb.so.0\")] static extern int mdb_cursor_count(IntPtr cursor, out int countp); }");

        ToolRun run = ToolRun.Of("verify", assembly);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "error FFI3004: 'mdb_cursor_count' writes 8 bytes (size_t) through 'countp', which is 'out int': 4 bytes (lmdb.h:",
            run.Output);
        Assert.Matches(@"with +lmdb 0\.9\.24 +this digest comes with the tool", run.Output);
        Assert.Contains("error FFI3004", ToolRun.Of("verify", assembly, "--digest", "lmdb").Output);
    }

    [Fact]
    public void FunctionThatAKnownDigestLacks_MayBeNewer()
    {
        using WorkFolder folder = new();
        string assembly = CSharpAssembly.Build(
            folder,
            "Acme",
            "static class Native { [DllImport(\"lmdb\")] static extern int mdb_cursor_cuont(IntPtr cursor, out UIntPtr countp); [DllImport(\"lmdb\")] static extern void mdb_cursor_close(IntPtr cursor); }"
        );

        Assert.Equal(0, ToolRun.Of("verify", assembly).ExitCode);
        Assert.Contains("info FFI3010", ToolRun.Of("verify", assembly, "--least", "info").Output);
        Assert.Equal(1, ToolRun.Of("verify", assembly, "--digest", "lmdb").ExitCode);
    }

    [Fact]
    public void StructWithAFieldThatAKnownDigestLacks_MayBeNewer()
    {
        using WorkFolder folder = new();
        string assembly = CSharpAssembly.Build(folder, "Acme", """
            static class Native { [DllImport("lmdb")] static extern int mdb_env_stat(IntPtr env, out MDB_stat stat); }
            struct MDB_stat { public uint ms_psize, ms_depth; public UIntPtr ms_future, ms_branch_pages, ms_leaf_pages, ms_overflow_pages, ms_entries; }
            """);
        string wrong = CSharpAssembly.Build(folder, "Wrong", """
            static class Native { [DllImport("lmdb")] static extern int mdb_env_stat(IntPtr env, out MDB_stat stat); }
            struct MDB_stat { public uint ms_psize, ms_depth; public UIntPtr ms_leaf_pages, ms_overflow_pages, ms_entries; }
            """);

        Assert.Equal(0, ToolRun.Of("verify", assembly).ExitCode);
        Assert.Contains("info FFI3006: 'MDB_stat' is not MDB_stat", ToolRun.Of("verify", assembly, "--least", "info").Output);
        Assert.Equal(1, ToolRun.Of("verify", assembly, "--digest", "lmdb").ExitCode);
        Assert.Equal(1, ToolRun.Of("verify", wrong).ExitCode);
    }

    [Fact]
    public void Project_IsBuilt_AndItsOwnDigestsAreTaken()
    {
        using WorkFolder folder = new(
            (
                "Acme.csproj",
                "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFrameworks>net10.0</TargetFrameworks></PropertyGroup><ItemGroup><AdditionalFiles Include=\"box.ffi-header\" /></ItemGroup></Project>"
            ),
            ("Native.cs", "using System.Runtime.InteropServices;\n" + Wrong.Replace("IntPtr", "System.IntPtr")),
            ("box.h", Header));
        ToolRun.Clean("read", folder.PathOf("box.h"), "-o", folder.PathOf("box.ffi-header"));

        Assert.Contains("is not built", ToolRun.Fails("verify", folder.PathOf("Acme.csproj"), "--no-build"));
        ToolRun run = ToolRun.Of("verify", folder.PathOf("Acme.csproj"));

        Assert.True(run.ExitCode == 1, run.Output + run.Error);
        Assert.Contains($"{folder.PathOf("Native.cs")}(5,17): error FFI3004", run.Output);
    }

    [Fact]
    public void ProjectThatDoesNotBuild_SaysWhy()
    {
        using WorkFolder folder = new(
            (
                "Acme.csproj",
                "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>"),
            ("Native.cs", "class {"));

        string error = ToolRun.Fails("verify", folder.PathOf("Acme.csproj"));

        Assert.Contains("Acme.csproj doesn't build.", error);
        Assert.Contains("CS1001", error);
    }

    [Fact]
    public void Json_HasEachFindingWithItsPlace()
    {
        using WorkFolder folder = new(("box.h", Header));
        string assembly = CSharpAssembly.Build(folder, "Acme", Wrong);
        using JsonDocument report = JsonDocument.Parse(ToolRun.Of("verify", assembly, "--header", folder.PathOf("box.h"), "--json").Output);

        JsonElement finding = report.RootElement.GetProperty("findings")[0];
        Assert.Equal(
            ("FFI3004", "error", 5, 17, "Acme.Native.box_count(count)"),
            (
                finding.GetProperty("id").GetString(),
                finding.GetProperty("severity").GetString(),
                finding.GetProperty("line").GetInt32(),
                finding.GetProperty("column").GetInt32(),
                finding.GetProperty("member").GetString()));
        Assert.Equal(
            (1, 3, 2),
            (
                report.RootElement.GetProperty("errors").GetInt32(),
                report.RootElement.GetProperty("imports").GetInt32(),
                report.RootElement.GetProperty("checked").GetInt32()));
        Assert.Equal(5, finding.GetProperty("platforms").GetArrayLength());
    }

    [Theory]
    [InlineData(0, "--ignore", "FFI3004")]
    [InlineData(0, "--ignore", "other,box_c*")]
    [InlineData(1, "--ignore", "FFI3005,box_close")]
    [InlineData(1, "--least", "error")]
    [InlineData(1, "--platform", "win")]
    public void Findings_AreChosenByOptions(int code, params string[] options)
    {
        using WorkFolder folder = new(("box.h", Header));
        string assembly = CSharpAssembly.Build(folder, "Acme", Wrong);

        Assert.Equal(code, ToolRun.Of(["verify", assembly, "--header", folder.PathOf("box.h"), .. options]).ExitCode);
    }

    [Fact]
    public void PlatformOption_LeavesOutWhatIsWrongElsewhere()
    {
        using WorkFolder folder = new(("box.h", Header));
        string assembly = CSharpAssembly.Build(
            folder,
            "Acme",
            "static class Native { [DllImport(\"box\")] static extern int box_old(IntPtr box); }");

        Assert.Equal(1, ToolRun.Of("verify", assembly, "--header", folder.PathOf("box.h")).ExitCode);
        Assert.Equal(0, ToolRun.Of("verify", assembly, "--header", folder.PathOf("box.h"), "--platform", "win").ExitCode);
    }

    [Fact]
    public void InputThatCannotBeRead_IsNamed_AndNothingIsChecked()
    {
        using WorkFolder folder = new(
            ("box.h", Header),
            ("bad.h", "#include <gone.h>\nint f(void);"),
            ("empty.h", "#define X 1"),
            ("text.dll", "text"),
            ("bad.ffi-header", "ffi-header 1\nfunction (\n"),
            ("other.h", "int other(void);"),
            ("script.so", "GROUP ( libc.so.6 )"));
        string assembly = CSharpAssembly.Build(folder, "Acme", Wrong);
        string managed = CSharpAssembly.Build(folder, "Managed", "class C { }");
        string header = folder.PathOf("box.h");

        Assert.Contains("There is no file no/such.dll.", ToolRun.Fails("verify", "no/such.dll"));
        Assert.Contains("is a folder", ToolRun.Fails("verify", folder.Path));
        Assert.Contains("text.dll is not a .NET assembly: it is a text file.", ToolRun.Fails("verify", folder.PathOf("text.dll")));
        Assert.Contains("is not a .NET assembly: it is an ELF file.", ToolRun.Fails("verify", "/lib/x86_64-linux-gnu/libz.so.1"));
        Assert.Contains("There is no file no/such.csproj.", ToolRun.Fails("verify", "no/such.csproj"));
        Assert.Contains(
            "bad.h(1): error: The include gone.h is not found.",
            ToolRun.Fails("verify", assembly, "--header", folder.PathOf("bad.h")));
        Assert.Contains("No function is declared in empty.h.", ToolRun.Fails("verify", assembly, "--header", folder.PathOf("empty.h")));
        Assert.Contains("no digest of a library with that name", ToolRun.Fails("verify", assembly, "--digest", "boxlib"));
        Assert.Contains("bad.ffi-header(2,", ToolRun.Fails("verify", assembly, "--digest", folder.PathOf("bad.ffi-header")));
        Assert.Contains("There is no file no/such.so.", ToolRun.Fails("verify", assembly, "--header", header, "--library", "no/such.so"));
        Assert.Contains(
            "script.so exports nothing: it is a linker script.",
            ToolRun.Fails("verify", assembly, "--header", header, "--library", folder.PathOf("script.so")));
        Assert.Contains(
            "No import is from /lib/x86_64-linux-gnu/libz.so.1. The imported libraries are box, kernel32.",
            ToolRun.Fails("verify", assembly, "--header", header, "--library", "/lib/x86_64-linux-gnu/libz.so.1"));
        Assert.Contains("declares no native function", ToolRun.Fails("verify", managed, "--header", header));
        Assert.Contains("None of the 3 imports", ToolRun.Fails("verify", assembly, "--header", folder.PathOf("other.h")));
        Assert.Contains("None of the 3 imports", ToolRun.Fails("verify", assembly));
    }

    private static string WithoutPdb(WorkFolder folder)
    {
        string assembly = CSharpAssembly.Build(folder, "Acme", Wrong);
        File.Delete(folder.PathOf("Acme.pdb"));
        return assembly;
    }

    // A comment at the line says what is to be reported there, or at the line below.
    private static IEnumerable<string> Marked(string file) =>
        File.ReadLines(Repository.PathOf("tests/Ffi.Tool.Tests/" + file))
            .Select(static (line, index) => (line, Number: index + 1))
            .Where(static line => line.line.Contains("// FFI", StringComparison.Ordinal))
            .Select(line =>
                $"{Path.GetFileName(file)}:{(line.line.Contains("[return:", StringComparison.Ordinal) ? line.Number + 1 : line.Number)} {line.line.Split("// ")[1]}"
            );

    private static string FindingAt(string line)
    {
        System.Text.RegularExpressions.Match match = System.Text.RegularExpressions.Regex.Match(
            line,
            @"(\w+\.cs)\((\d+),\d+\): \w+ (FFI\d+):");
        return match.Success ? $"{match.Groups[1].Value}:{match.Groups[2].Value} {match.Groups[3].Value}" : line;
    }
}
