using Ffi.Analyzers.Advice;
using Ffi.Generators.Tests.Testing;

namespace Ffi.Generators.Tests.Liveness.Advice;

public class ImportAdviceTests
{
    [Fact]
    public Task WhatCrossesTheSameWay_IsReported() =>
        Verify(
            """
            struct Pair { public int X; public double Y; } enum Color : byte { Red } [StructLayout(LayoutKind.Sequential)] class Header { public int X; }
            struct Person { public string Name; public bool Likes; }
            static unsafe class C
            {
                [DllImport("n")] static extern double [|cos|](double x);
                [DllImport("n", SetLastError = true)] static extern int [|open|](string path, int flags);
                [DllImport("n", CharSet = CharSet.Unicode)] static extern int [|wide|](string text, char c, ref char d, char[] e);
                [DllImport("n")] static extern bool [|close|](Microsoft.Win32.SafeHandles.SafeFileHandle file, [MarshalAs(UnmanagedType.U1)] bool now, out bool later);
                [DllImport("n")] static extern Pair [|swap|](Pair pair, ref Pair other, out int count, in Color color, byte[] bytes, void* p, delegate* unmanaged<int> f);
                [DllImport("n")] static extern int [|fill|]([Out] byte[] bytes, [In, Out] int[] numbers, [MarshalAs(UnmanagedType.LPArray)] Pair[] pairs);
                [DllImport("n")] static extern int [|header|](Header header, [In, Out] Header both, [MarshalAs(UnmanagedType.I4)] int i);
                [DllImport("n")] static extern int [|person|](ref Person person, out Person other, in Person third);
                [DllImport("n")] static extern int [|texts|]([MarshalAs(UnmanagedType.LPWStr)] string s, [MarshalAs(UnmanagedType.LPUTF8Str)] string t, [MarshalAs(UnmanagedType.LPStr)] string u);
                [DllImport("n", ExactSpelling = true)] static extern int [|GetTickCount|]();
                [DllImport("n", CharSet = CharSet.Unicode)] static extern int [|DeleteFileW|](string path);
            }
            """
        );

    [Theory]
    [InlineData("static extern void f(Callback callback);", "keep its delegate")]
    [InlineData("static extern string f();", "CoTaskMemFree")]
    [InlineData("static extern int f(StringBuilder buffer);", "StringBuilder is copied both ways")]
    [InlineData("static extern int f(Flags flags);", "are converted by other rules")]
    [InlineData("static extern Flags f();", "are converted by other rules")]
    [InlineData("static extern int f(char c);", "a char as one byte")]
    [InlineData("static extern int f(ref char c);", "a char as one byte")]
    [InlineData("static extern int f(char[] c);", "a char as one byte")]
    [InlineData("static extern int f(bool[] c);", "converted to BOOL")]
    [InlineData("static extern int f(Flags[] c);", "element by element")]
    [InlineData("static extern int f(object o);", "is a class")]
    [InlineData("static extern int f(Plain o);", "is a class")]
    [InlineData("static extern int f(ref Header o);", "is a class")]
    [InlineData("static extern int f(IDisposable o);", "which C does not have")]
    [InlineData("static extern int f(string[] lines);", "an array of text")]
    [InlineData("static extern int f(out string text);", "freed with CoTaskMemFree")]
    [InlineData("static extern int f(out int[] numbers);", "the runtime creates its array")]
    [InlineData("static extern int f([MarshalAs(UnmanagedType.LPTStr)] string text);", "UTF-16 on Windows only")]
    [InlineData("static extern int f([MarshalAs(UnmanagedType.VariantBool)] bool flag);", "[MarshalAs] asks for another")]
    [InlineData("static extern int f(HandleRef handle);", "has other bytes")]
    [InlineData("static extern SafeHandle f();", "it is abstract")]
    public Task WhatWouldMeanSomethingElse_SaysWhy(string import, string reason) =>
        VerifyObstacle(
            $$"""
            delegate void Callback(); struct Flags { public bool A; } [StructLayout(LayoutKind.Sequential)] class Header { public int X; } class Plain { public int X; }
            static class C
            {
                [DllImport("n")] {{import}}
            }
            """,
            "f",
            reason);

    [Theory]
    [InlineData("[DllImport(\"n\", PreserveSig = false)] static extern int f();", "turns its HRESULT into an exception")]
    [InlineData("[DllImport(\"n\", EntryPoint = \"#12\")] static extern int f();", "an ordinal")]
    [InlineData("[DllImport(\"n\", BestFitMapping = false)] static extern int f(string text);", "the code page doesn't have are mapped")]
    [InlineData(
        "[DllImport(\"n\", ThrowOnUnmappableChar = true)] static extern int f(string text);",
        "the code page doesn't have are mapped")]
    [InlineData("[DllImport(\"n\", CharSet = CharSet.Auto)] static extern int f(string text);", "UTF-16 on Windows only")]
    [InlineData(
        "[DllImport(\"user32.dll\", CharSet = CharSet.Unicode)] static extern int f(string text);",
        "Windows may have 'fA' or 'fW'")]
    [InlineData("[DllImport(\"Kernel32\")] static extern nint f(nint name);", "Windows may have 'fA' or 'fW'")]
    [InlineData(
        "[DllImport(\"n\"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)] static extern int f();",
        "Put it on the type")]
    [InlineData("[DllImport(\"n\")] static extern int f<T>();", "type parameters")]
    [InlineData("[DllImport(\"\")] static extern int f();", "names no library")]
    public Task AnImportThatSaysWhatAFunctionCannot_SaysWhy(string import, string reason) =>
        VerifyObstacle($"static class C\n{{\n    {import}\n}}\n", "f", reason);

    [Theory]
    [InlineData("static class C<T> { [DllImport(\"n\")] static extern int f(); }", "'C' has type parameters")]
    [InlineData("record C { [DllImport(\"n\")] static extern int f(); }", "'C' is a record")]
    [InlineData("interface C { [DllImport(\"n\")] static extern int f(); }", "'C' is an interface")]
    [InlineData("class Outer<T> { class C { [DllImport(\"n\")] static extern int f(); } }", "'Outer' has type parameters")]
    [InlineData("[NativeLibrary] partial class C { [DllImport(\"n\")] static extern int f(); }", "from a constructor")]
    [InlineData("[NativeLibrary(\"m\")] static partial class C { [DllImport(\"n\")] static extern int f(); }", "has 'm'")]
    [InlineData(
        "static class C { [DllImport(\"m\")] static extern int {|FFI2001:g|}(); [DllImport(\"m\")] static extern int {|FFI2001:h|}(); [DllImport(\"n\")] static extern int f(); }",
        "has 'm'")]
    public Task ATypeThatCanNotBeItsLibrary_SaysWhy(string source, string reason) => VerifyObstacle(source, "f", reason);

    [Fact]
    public Task AMethodThatIsNotImported_IsNotReported() => Verify("""
        static partial class C
        {
            static int managed(int x) => x;
            static partial void half();
        }
        """);

    private static Task Verify(string marked) => new AnalyzerHarness(new ImportAdviceAnalyzer()) { DefaultId = "FFI2001" }.Verify(marked);

    private static async Task VerifyObstacle(string source, string function, string reason)
    {
        string text = source.Replace("{|FFI2001:", "").Replace("|}", "");
        var found = await new AnalyzerHarness(new ImportAdviceAnalyzer()).Analyze(text);
        var obstacle = Assert.Single(found, static diagnostic => diagnostic.Id == "FFI2006");
        Assert.Equal(function, text.Substring(obstacle.Location.SourceSpan.Start, obstacle.Location.SourceSpan.Length));
        Assert.Contains(reason, obstacle.GetMessage(), StringComparison.Ordinal);
    }
}
