using System.Runtime.InteropServices;
using System.Text.Json;
using Ffi.Tool.Tests.Testing;

namespace Ffi.Tool.Tests.Verifying;

/// <summary>What metadata says of a declaration is compared as the runtime would have it are passed: for each kind a declaration that is
/// right, and the same with one mistake.</summary>
public sealed class DeclarationTests
{
    private const string Header = """
        #include <stddef.h>
        #include <stdint.h>
        #include <stdbool.h>
        #include <wchar.h>
        typedef struct box box;
        typedef struct point { double x; double y; } point;
        typedef struct record { int64_t id; char name[16]; bool is_open; uint8_t tags[3]; const char *label; } record;
        typedef struct flags { uint32_t a; uint32_t b; } flags;
        typedef enum color { COLOR_RED = 1, COLOR_GREEN = 2, COLOR_BLUE = 4 } color;
        typedef int (*visitor)(box *where, const char *name, size_t length, void *user);
        #define BOX_LIMIT 12
        size_t boxes(const char *name);
        int box_open(const char *name, box **out);
        void box_close(box *b);
        int box_count(box *b, size_t *count);
        long box_total(box *b, long scale);
        point box_middle(box *b, point by);
        void box_move(box *b, const point *to);
        int box_read(box *b, record *into);
        void box_visit(box *b, visitor each, void *user);
        bool box_is_open(const box *b);
        void box_paint(box *b, color with);
        int box_print(const char *format, ...);
        void box_name(box *b, wchar_t *text);
        double box_weight(box *b);
        void box_bytes(box *b, const uint8_t *bytes, size_t length);
        int box_flags(const flags *all, int count);
        int32_t box_code(box *b, int32_t *result);
        """;

    private const string Types = """

        [StructLayout(LayoutKind.Sequential)] public struct Point { public double X, Y; }
        [StructLayout(LayoutKind.Sequential)] public class PointClass { public double X, Y; }
        [StructLayout(LayoutKind.Sequential)] public struct Record { public long Id; [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 16)] public string Name; [MarshalAs(UnmanagedType.U1)] public bool IsOpen; [MarshalAs(UnmanagedType.ByValArray, SizeConst = 3)] public byte[] Tags; public string Label; }
        public unsafe struct RawRecord { public long Id; public fixed byte Name[16]; public bool IsOpen; public Three Tags; public byte* Label; }
        [InlineArray(3)] public struct Three { private byte _first; }
        [StructLayout(LayoutKind.Explicit)] public struct ExplicitRecord { [FieldOffset(0)] public long Id; [FieldOffset(24)] public byte IsOpen; [FieldOffset(32)] public IntPtr Label; }
        public struct Flags { public uint A { get; set; } public uint B { get; set; } }
        public enum Color { Red = 1, Green = 2, Blue = 4 }
        public delegate int Visitor(IntPtr where, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, UIntPtr length, IntPtr user);
        public delegate int NarrowVisitor(IntPtr where, string name, int length);
        public sealed class Box() : SafeHandleZeroOrMinusOneIsInvalid(true) { protected override bool ReleaseHandle() => true; }

        """;

    [Theory]
    [InlineData("static extern UIntPtr boxes(string name);")]
    [InlineData("static extern nuint boxes([MarshalAs(UnmanagedType.LPUTF8Str)] string name);")]
    [InlineData("static extern unsafe nuint boxes(byte* name);")]
    [InlineData("static extern nuint boxes(byte[] name);")]
    [InlineData("static extern int box_open(string name, out IntPtr box);")]
    [InlineData("static extern int box_open(string name, out Box box);")]
    [InlineData("static extern unsafe int box_open(byte* name, nint* box);")]
    [InlineData("static extern void box_close(IntPtr box);")]
    [InlineData("static extern void box_close(Box box);")]
    [InlineData("static extern void box_close(HandleRef box);")]
    [InlineData("static extern int box_count(Box box, out UIntPtr count);")]
    [InlineData("static extern CLong box_total(Box box, CLong scale);")]
    [InlineData("static extern Point box_middle(Box box, Point by);")]
    [InlineData("static extern void box_move(Box box, ref Point to);")]
    [InlineData("static extern void box_move(Box box, in Point to);")]
    [InlineData("static extern void box_move(Box box, PointClass to);")]
    [InlineData("static extern unsafe void box_move(Box box, Point* to);")]
    [InlineData("static extern unsafe void box_move(Box box, [MarshalAs(UnmanagedType.LPStruct)] PointClass to);")]
    [InlineData("static extern int box_read(Box box, out Record into);")]
    [InlineData("static extern unsafe int box_read(Box box, RawRecord* into);")]
    [InlineData("static extern void box_visit(Box box, Visitor each, IntPtr user);")]
    [InlineData("static extern void box_visit(Box box, IntPtr each, IntPtr user);")]
    [InlineData("static extern unsafe void box_visit(Box box, delegate* unmanaged<nint, byte*, nuint, void*, int> each, void* user);")]
    [InlineData("[return: MarshalAs(UnmanagedType.U1)] static extern bool box_is_open(Box box);")]
    [InlineData("static extern byte box_is_open(Box box);")]
    [InlineData("static extern void box_paint(Box box, Color with);")]
    [InlineData("static extern double box_weight(Box box);")]
    [InlineData("static extern void box_bytes(Box box, byte[] bytes, UIntPtr length);")]
    [InlineData("static extern int box_flags([In] Flags[] all, int count);")]
    [InlineData("[DllImport(\"box\", PreserveSig = false)] static extern int box_code(Box box);")]
    [InlineData("[DllImport(\"box\", EntryPoint = \"box_weight\")] static extern double Weigh(Box box);")]
    [InlineData("public const int BOX_LIMIT = 12; static extern void box_close(IntPtr box);")]
    [InlineData("[SupportedOSPlatform(\"windows\")] static extern int box_total(Box box, int scale);")]
    public void RightDeclaration_IsClean(string declaration)
    {
        (int code, string output, _) = Verify(declaration);

        Assert.Equal((0, ""), (code, Findings(output)));
        Assert.Contains("1 import, 1 checked", output);
    }

    [Theory]
    [InlineData("static extern UIntPtr boxes(string name, int more);", "FFI3001", "boxes")]
    [InlineData("static extern uint boxes(string name);", "FFI3002", "")]
    [InlineData("static extern nuint boxes([MarshalAs(UnmanagedType.LPWStr)] string name);", "FFI3012", "name")]
    [InlineData("[DllImport(\"box\", CharSet = CharSet.Unicode)] static extern nuint boxes(string name);", "FFI3012", "name")]
    [InlineData("static extern nuint boxes(double name);", "FFI3003", "name")]
    [InlineData("static extern int box_count(Box box, out int count);", "FFI3004", "count")]
    [InlineData("static extern unsafe int box_count(Box box, int* count);", "FFI3004", "count")]
    [InlineData("static extern void box_move(Box box, Point to);", "FFI3005", "to")]
    [InlineData("static extern CLong box_total(Box box, long scale);", "FFI3009", "scale")]
    [InlineData("static extern void box_visit(Box box, NarrowVisitor each, IntPtr user);", "FFI3013", "each")]
    [InlineData("static extern unsafe void box_visit(Box box, delegate* unmanaged<nint, byte*, int> each, void* user);", "FFI3013", "each")]
    [InlineData("static extern bool box_is_open(Box box);", "FFI3008", "")]
    [InlineData("static extern int box_print(string format, double value);", "FFI3011", "")]
    [InlineData("static extern float box_weight(Box box);", "FFI3003", "")]
    [InlineData(
        "static extern int box_close_all(Box box); static extern void box_close(IntPtr box); static extern double box_weight(Box box); static extern int box_cuont(Box box, out nuint count);",
        "FFI3010",
        "box_cuont")]
    [InlineData("public const int BOX_LIMIT = 13; static extern void box_close(IntPtr box);", "FFI3014", "BOX_LIMIT")]
    public void WrongDeclaration_IsReported_AtItsPart(string declaration, string id, string place)
    {
        using WorkFolder folder = new(("box.h", Header));
        (int code, string output, string source) = Verify(declaration, folder);

        Assert.Equal(1, code);
        string finding = Assert.Single(output.Split('\n'), line => line.Contains($" {id}: ", StringComparison.Ordinal));
        (string line, string column) = Position(finding);
        string from = source.Split('\n')[int.Parse(line, null) - 1][(int.Parse(column, null) - 1)..];
        Assert.StartsWith(place, from);
    }

    [Theory]
    [InlineData("public struct Record { public int Id; }", "Record")]
    [InlineData(
        "[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)] public struct Record { public long Id; [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 16)] public string Name; [MarshalAs(UnmanagedType.U1)] public bool IsOpen; [MarshalAs(UnmanagedType.ByValArray, SizeConst = 3)] public byte[] Tags; public string Label; }",
        "Record")]
    [InlineData(
        "public unsafe struct Record { public long Id; public fixed byte Name[8]; public bool IsOpen; public byte* Label; }",
        "Record")]
    public void StructOfAnotherLayout_IsReported(string type, string name)
    {
        using WorkFolder folder = new(("box.h", Header));
        string assembly = CSharpAssembly.Build(
            folder,
            "Acme",
            $"static unsafe class Native {{ [DllImport(\"box\")] static extern int box_read(IntPtr box, {name}* into); }} {type}".Replace(
                name + "* into",
                type.Contains("MarshalAs", StringComparison.Ordinal) ? $"ref {name} into" : $"{name}* into"));

        ToolRun run = ToolRun.Of("verify", assembly, "--header", folder.PathOf("box.h"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error FFI3006: ", run.Output);
    }

    [Fact]
    public void ClassWithLayout_StandsInsideAnotherAsAStructDoes()
    {
        using WorkFolder folder = new(
            (
                "box.h",
                "typedef struct { int a; double b; } inner;\ntypedef struct { int version; inner middle; void *user; } outer;\nint box_use(const outer *o);\n"
            ));
        string assembly = CSharpAssembly.Build(
            folder,
            "Acme",
            """
            static class Native { [DllImport("box")] static extern int box_use(ref Outer o); }
            [StructLayout(LayoutKind.Sequential)] public class Inner { public int A; public double B; }
            public struct Outer { public int Version; public Inner Middle; public IntPtr User; }
            """);

        Assert.Equal((24, 32), ((int)Marshal.OffsetOf<Outer>(nameof(Outer.User)), Marshal.SizeOf<Outer>()));
        Assert.Contains("0 errors", ToolRun.Clean("verify", assembly, "--header", folder.PathOf("box.h")));
    }

    [StructLayout(LayoutKind.Sequential)]
    private sealed class Inner
    {
        public int A = 1;
        public double B = 2;
    }

    private struct Outer()
    {
        public int Version = 1;
        public Inner Middle = new();
        public nint User = 4;
    }

    [Fact]
    public void StructOfAnotherAssembly_IsReadFromBesideIt()
    {
        using WorkFolder folder = new(("box.h", Header));
        string types = CSharpAssembly.Build(
            folder,
            "Types",
            "public struct Point { public double X; } public enum Color : byte { Red = 1 }");
        string assembly = CSharpAssembly.Build(
            folder,
            "Acme",
            "static class Native { [DllImport(\"box\")] static extern void box_move(IntPtr box, ref Point to); }",
            references: types);

        Assert.Contains("FFI3006", ToolRun.Of("verify", assembly, "--header", folder.PathOf("box.h")).Output);
    }

    [Fact]
    public void DelegatesNamedForFunctions_AreComparedWithThem()
    {
        using WorkFolder folder = new(("box.h", Header));
        string assembly = CSharpAssembly.Build(folder, "Acme", """
            static unsafe class Native
            {
                [DllImport("box")] static extern double box_weight(IntPtr box);
                [UnmanagedFunctionPointer(CallingConvention.Cdecl)] delegate int box_count_delegate(IntPtr box, out int count);
                static delegate* unmanaged<nint, nint, void> _box_move;
                static delegate* unmanaged<nint, float> _box_weight;
            }
            """);

        string output = ToolRun.Of("verify", assembly, "--header", folder.PathOf("box.h")).Output;

        Assert.Contains("Acme.cs(5,", output);
        Assert.Contains("FFI3004", output);
        Assert.Contains("Acme.cs(7,", output);
        Assert.Equal(2, output.Split('\n').Count(static line => line.Contains(" FFI3", StringComparison.Ordinal)));
    }

    private static (int Code, string Output, string Source) Verify(string declaration, WorkFolder? given = null)
    {
        using WorkFolder? own = given is null ? new WorkFolder(("box.h", Header)) : null;
        WorkFolder folder = given ?? own!;
        string attributed = declaration.Contains("DllImport", StringComparison.Ordinal) ? declaration : AddImport(declaration);
        string assembly = CSharpAssembly.Build(folder, "Acme", $"static class Native\n{{\n    {attributed}\n}}\n{Types}");
        ToolRun run = ToolRun.Of("verify", assembly, "--header", folder.PathOf("box.h"));
        Assert.Equal("", run.Error);
        return (run.ExitCode, run.Output, folder.Read("Acme.cs"));
    }

    // Each import gets its attribute, ahead of what comes before it.
    private static string AddImport(string declarations) =>
        System.Text.RegularExpressions.Regex.Replace(
            declarations,
            @"((?:\[[^\]]*\] ?)*)static extern",
            "[DllImport(\"box\")] $1static extern");

    private static string Findings(string output) =>
        string.Join('\n', output.Split('\n').Where(static line => line.Contains(" FFI3", StringComparison.Ordinal)));

    private static (string Line, string Column) Position(string finding)
    {
        System.Text.RegularExpressions.Match match = System.Text.RegularExpressions.Regex.Match(finding, @"Acme\.cs\((\d+),(\d+)\): ");
        Assert.True(match.Success, finding);
        return (match.Groups[1].Value, match.Groups[2].Value);
    }
}
