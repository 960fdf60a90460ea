using Ffi.Generators.CodeFixes.Advice;
using Ffi.Generators.Liveness.Advice;
using Ffi.Generators.Tests.Testing;

namespace Ffi.Generators.Tests.Liveness.Advice;

public class ImportAdviceTests
{
    [Fact]
    public Task WhatCrossesTheSameWay_IsReported() => AnalyzerHarness.Verify<ImportAdviceAnalyzer>("""
        struct Pair { public int X; public double Y; } enum Color : byte { Red }
        static unsafe class C
        {
            [DllImport("n")] static extern double [|cos|](double x);
            [DllImport("n", SetLastError = true)] static extern int [|open|](string path, int flags);
            [DllImport("n", CharSet = CharSet.Unicode)] static extern int [|wide|](string text, char c);
            [DllImport("n")] static extern bool [|close|](Microsoft.Win32.SafeHandles.SafeFileHandle file, [MarshalAs(UnmanagedType.U1)] bool now);
            [DllImport("n")] static extern Pair [|swap|](Pair pair, ref Pair other, out int count, in Color color, byte[] bytes, void* p, delegate* unmanaged<int> f);
        }
        """);

    [Fact]
    public Task WhatWouldMeanSomethingElse_IsNotReported() => AnalyzerHarness.Verify<ImportAdviceAnalyzer>("""
        delegate void Callback(); struct Flags { public bool A; } [StructLayout(LayoutKind.Sequential)] class Header { public int X; }
        static class C
        {
            [DllImport("n")] static extern void each(Callback callback);
            [DllImport("n")] static extern string name();
            [DllImport("n")] static extern int text(StringBuilder buffer);
            [DllImport("n")] static extern int fill([Out] byte[] bytes);
            [DllImport("n")] static extern int flags(Flags flags);
            [DllImport("n")] static extern int header(Header header);
            [DllImport("n")] static extern int letter(char c);
            [DllImport("n", PreserveSig = false)] static extern int throws();
            [DllImport("n")] static extern int any(object o);
            [DllImport("n")] static extern int lines(string[] lines);
            [DllImport("n")] static extern int blt([MarshalAs(UnmanagedType.LPWStr)] string s);
            static int managed(int x) => x;
        }
        static class TwoLibraries { [DllImport("a")] static extern int a(); [DllImport("b")] static extern int b(); }
        """);

    [Fact]
    public Task Import_BecomesANativeFunction_AndItsTypeALibrary() => CodeFixHarness.Verify<ImportAdviceAnalyzer, NativeFunctionFix>("""
        /// <summary>Mathematics.</summary>
        public static class LibM
        {
            private const string Name = "m";

            [DllImport(Name, EntryPoint = "cos", CallingConvention = CallingConvention.Cdecl)]
            public static extern double Cos(double x);

            // The result is a BOOL.
            [DllImport(Name, SetLastError = true)] static extern bool isnormal(double x, bool quick);
        }
        """, """
        /// <summary>Mathematics.</summary>
        [NativeLibrary("m")]
        public static partial class LibM
        {
            private const string Name = "m";

            [NativeFunction("cos")]
            [UnmanagedCallConv(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
            public static partial double Cos(double x);

            // The result is a BOOL.
            [NativeFunction(SetLastError = true)] [return: MarshalAs(UnmanagedType.Bool)] private static partial bool isnormal(double x, [MarshalAs(UnmanagedType.Bool)] bool quick);
        }
        """);

    [Fact]
    public Task Import_InANestedClass_MakesEveryClassPartial() => CodeFixHarness.Verify<ImportAdviceAnalyzer, NativeFunctionFix>("""
        class Outer
        {
            static class Native
            {
                [DllImport("n", CharSet = CharSet.Unicode)]
                internal static extern int put(string text);
            }
        }
        """, """
        partial class Outer
        {
            [NativeLibrary("n")]
            static partial class Native
            {
                [NativeFunction(StringMarshalling = StringMarshalling.Utf16)]
                internal static partial int put(string text);
            }
        }
        """);
}
