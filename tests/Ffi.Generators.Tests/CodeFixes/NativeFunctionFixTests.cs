using Ffi.Generators.CodeFixes.Advice;
using Ffi.Analyzers.Advice;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ffi.Generators.Tests.CodeFixes;

/// <summary>FFI2001's fix. Every result is compiled with its generated half, without a warning.</summary>
public class NativeFunctionFixTests
{
    [Fact]
    public Task AnImport_BecomesANativeFunction_AndItsTypeALibrary() => Verify(
        """
        /// <summary>Mathematics.</summary>
        public static class LibM
        {
            // Said once.
            private const string Name = "m";

            /// <summary>The cosine.</summary>
            [DllImport(Name, EntryPoint = "cos", CallingConvention = CallingConvention.Cdecl)] // Behind.
            public static extern double Cos(double x);

            // The result is a BOOL.
            [DllImport(Name, SetLastError = true)] static extern bool isnormal(double x, bool quick);
        }
        """,
        """
        using Ffi;
        /// <summary>Mathematics.</summary>
        [NativeLibrary(Name)]
        public static partial class LibM
        {
            // Said once.
            private const string Name = "m";

            /// <summary>The cosine.</summary>
            [NativeFunction("cos")] // Behind.
            public static partial double Cos(double x);

            // The result is a BOOL.
            [NativeFunction(SetLastError = true)] [return: MarshalAs(UnmanagedType.Bool)] private static partial bool isnormal(double x, [MarshalAs(UnmanagedType.Bool)] bool quick);
        }
        """);

    [Fact]
    public Task WhatHoldsUnsaid_IsSaid() => Verify(
        """
        using Ffi;

        public struct Person
        {
            public string Name;
        }

        [StructLayout(LayoutKind.Sequential)]
        public class Header
        {
            public int Size;
        }

        static class Native
        {
            [DllImport("n")]
            internal static extern bool Text(string ansi, [MarshalAs(UnmanagedType.LPWStr)] string wide, out bool found);

            [DllImport("n", CharSet = CharSet.Unicode, EntryPoint = "wide" + "W")]
            internal static extern int Wide(string text, char letter);

            [DllImport("n", CallingConvention = CallingConvention.ThisCall)]
            internal static extern void Layouts(ref Person person, out Person other, [In, Out] Header header);
        }
        """,
        """
        using Ffi;

        public struct Person
        {
            public string Name;
        }

        [StructLayout(LayoutKind.Sequential)]
        public class Header
        {
            public int Size;
        }

        [NativeLibrary("n")]
        static partial class Native
        {
            [NativeFunction]
            [return: MarshalAs(UnmanagedType.Bool)]
            internal static partial bool Text([MarshalAs(UnmanagedType.LPStr)] string ansi, [MarshalAs(UnmanagedType.LPWStr)] string wide, [MarshalAs(UnmanagedType.Bool)] out bool found);

            [NativeFunction("wide" + "W", StringMarshalling = StringMarshalling.Utf16)]
            internal static partial int Wide(string text, char letter);

            [NativeFunction, UnmanagedCallConv(CallConvs = [typeof(CallConvThiscall)])]
            internal static partial void Layouts([MarshalAs(UnmanagedType.Struct)] ref Person person, [MarshalAs(UnmanagedType.Struct)] out Person other, [MarshalAs(UnmanagedType.LPStruct)] [In, Out] Header header);
        }
        """);

    [Fact]
    public Task OfATypeInManyFiles_OneGetsTheLibrary() => Verify(
        [
            "namespace N { partial class Outer { static partial class Native { [DllImport(Names.Z)] internal static extern int a(); } } }\n",
            "namespace N { partial class Outer { static class Names { public const string Z = \"z\"; } static partial class Native { [DllImport(Names.Z)] internal static extern int b(); } } }\n",
            "namespace N { partial class Outer { static partial class Native { internal const int C = 1; } } }\n",
        ],
        [
            "using Ffi;\nnamespace N { partial class Outer { [NativeLibrary(Names.Z)] static partial class Native { [NativeFunction] internal static partial int a(); } } }\n",
            "using Ffi;\nnamespace N { partial class Outer { static class Names { public const string Z = \"z\"; } static partial class Native { [NativeFunction] internal static partial int b(); } } }\n",
            "namespace N { partial class Outer { static partial class Native { internal const int C = 1; } } }\n",
        ]);

    [Fact]
    public Task InOneDocument_TheOthersStay() => Verify(
        [
            "using Ffi;\nstatic partial class Native\n{\n    [DllImport(\"z\")] internal static extern int a();\n}\n",
            "static partial class Native\n{\n    [DllImport(\"z\")] internal static extern int b();\n}\n",
        ],
        [
            "using Ffi;\n[NativeLibrary(\"z\")]\nstatic partial class Native\n{\n    [NativeFunction] internal static partial int a();\n}\n",
            "static partial class Native\n{\n    [DllImport(\"z\")] internal static extern int b();\n}\n",
        ],
        scope: FixAllScope.Document);

    [Fact]
    public Task ForSeveralFrameworks_EachFileIsChangedOnce_AndBothSidesOfAnIf() => Verify(
        [
            """
            static class Native
            {
            #if NEW
                [DllImport("z", EntryPoint = "added")]
                internal static extern int Added(bool flag);
            #else
                [DllImport("z", EntryPoint = "old")]
                internal static extern int Old(bool flag);
            #endif

                [DllImport("z", EntryPoint = "both")]
                internal static extern int Both(bool flag);
            }
            """,
        ],
        [
            """
            using Ffi;
            [NativeLibrary("z")]
            static partial class Native
            {
            #if NEW
                [NativeFunction("added")]
                internal static partial int Added([MarshalAs(UnmanagedType.Bool)] bool flag);
            #else
                [NativeFunction("old")]
                internal static partial int Old([MarshalAs(UnmanagedType.Bool)] bool flag);
            #endif

                [NativeFunction("both")]
                internal static partial int Both([MarshalAs(UnmanagedType.Bool)] bool flag);
            }
            """,
        ],
        frameworks: [["OLD"], ["NEW"]]);

    [Fact]
    public Task ALibraryImport_KeepsItsOtherAttributes() => Verify(
        """
        using Ffi;

        [NativeLibrary("z")]
        internal static partial class Native
        {
            [LibraryImport("z", EntryPoint = "put", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]
            [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
            internal static unsafe partial int Put(string text, Span<byte> buffer, [MarshalAs(UnmanagedType.Bool)] bool flag);
        }
        """,
        """
        using Ffi;

        [NativeLibrary("z")]
        internal static partial class Native
        {
            [NativeFunction("put", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
            [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
            internal static unsafe partial int Put(string text, Span<byte> buffer, [MarshalAs(UnmanagedType.Bool)] bool flag);
        }
        """);

    [Fact]
    public Task TextOfACustomMarshaler_StaysItsBusiness() => Verify(
        """
        using Ffi;

        internal class Utf8 : ICustomMarshaler
        {
            public static ICustomMarshaler GetInstance(string cookie) => new Utf8();
            public nint MarshalManagedToNative(object value) => Marshal.StringToCoTaskMemUTF8((string)value);
            public object MarshalNativeToManaged(nint value) => Marshal.PtrToStringUTF8(value)!;
            public void CleanUpNativeData(nint value) => Marshal.FreeCoTaskMem(value);
            public void CleanUpManagedData(object value) { }
            public int GetNativeDataSize() => -1;
        }

        internal static class Native
        {
            private const string Library = "z", Cookie = "c";

            [DllImport(Library)]
            [return: MarshalAs(UnmanagedType.CustomMarshaler, MarshalCookie = Cookie, MarshalTypeRef = typeof(Utf8))]
            internal static extern string put(
                [MarshalAs(UnmanagedType.CustomMarshaler, MarshalCookie = Cookie, MarshalTypeRef = typeof(Utf8))] string text,
                [MarshalAs(UnmanagedType.CustomMarshaler, MarshalTypeRef = typeof(Utf8))] out string other);
        }
        """,
        """
        using Ffi;

        internal class Utf8 : ICustomMarshaler
        {
            public static ICustomMarshaler GetInstance(string cookie) => new Utf8();
            public nint MarshalManagedToNative(object value) => Marshal.StringToCoTaskMemUTF8((string)value);
            public object MarshalNativeToManaged(nint value) => Marshal.PtrToStringUTF8(value)!;
            public void CleanUpNativeData(nint value) => Marshal.FreeCoTaskMem(value);
            public void CleanUpManagedData(object value) { }
            public int GetNativeDataSize() => -1;
        }

        [NativeLibrary(Library)]
        internal static partial class Native
        {
            private const string Library = "z", Cookie = "c";

            [NativeFunction]
            [return: MarshalAs(UnmanagedType.CustomMarshaler, MarshalCookie = Cookie, MarshalTypeRef = typeof(Utf8))]
            internal static partial string put(
                [MarshalAs(UnmanagedType.CustomMarshaler, MarshalCookie = Cookie, MarshalTypeRef = typeof(Utf8))] string text,
                [MarshalAs(UnmanagedType.CustomMarshaler, MarshalTypeRef = typeof(Utf8))] out string other);
        }
        """);

    [Fact]
    public Task AFileThatImportsLittle_GetsNamesInFull() => Verify(
        [
            """
            // A licence.

            #if NEVER
            using Never;
            #endif

            namespace N
            {
                internal class Native
                {
                    [System.Runtime.InteropServices.DllImport("z", CharSet = System.Runtime.InteropServices.CharSet.Unicode)]
                    unsafe static extern bool a(string text);
                }
            }

            """,
        ],
        [
            """
            // A licence.

            using Ffi;
            #if NEVER
            using Never;
            #endif

            namespace N
            {
                [NativeLibrary("z")]
                internal partial class Native
                {
                    [NativeFunction(StringMarshalling = StringMarshalling.Utf16)]
                    [return: MarshalAs(UnmanagedType.Bool)]
                    private unsafe static partial bool a(string text);
                }
            }

            """,
        ]);

    [Theory]
    [InlineData("extern static int a();", "private static partial int a();")]
    [InlineData("internal extern static int a();", "internal static partial int a();")]
    [InlineData("static extern /* why */ int a();", "private static /* why */ partial int a();")]
    [InlineData("protected internal static extern unsafe int* a();", "protected internal static unsafe partial int* a();")]
    [InlineData("[return: MarshalAs(UnmanagedType.I1)] public static extern bool a();", "[return: MarshalAs(UnmanagedType.I1)] public static partial bool a();")]
    public Task Modifiers_AreKeptInOrder(string before, string after) => Verify(
        $"using Ffi;\npublic class Native\n{{\n    [DllImport(\"z\")] {before}\n}}\n",
        $"using Ffi;\n[NativeLibrary(\"z\")]\npublic partial class Native\n{{\n    [NativeFunction] {after}\n}}\n");

    [Theory]
    [InlineData("using System;\nusing Zebra;\n", "using System;\nusing Ffi;\nusing Zebra;\n")]
    [InlineData("using static System.Math;\n", "using Ffi;\nusing static System.Math;\n")]
    [InlineData("using System;\n#if NEVER\nusing Never;\n#endif\nusing System.IO;\n", "using System;\n#if NEVER\nusing Never;\n#endif\nusing System.IO;\nusing Ffi;\n")]
    [InlineData("global using System.Net;\n", "global using System.Net;\nusing Ffi;\n")]
    [InlineData("/* On top. */\nusing M = System.Math;\n", "/* On top. */\nusing Ffi;\nusing M = System.Math;\n")]
    public Task TheUsing_StandsInItsPlace(string before, string after) =>
        new FixAllHarness(new ImportAdviceAnalyzer(), new NativeFunctionFix()) { Expected = ["CS0105", "CS8933"] }.VerifyFiles(
        [$"{before}static class Native\n{{\n    [DllImport(\"z\")] internal static extern int a();\n}}\n", "namespace Zebra { }\n"],
        [$"{after}[NativeLibrary(\"z\")]\nstatic partial class Native\n{{\n    [NativeFunction] internal static partial int a();\n}}\n", "namespace Zebra { }\n"]);

    [Fact]
    public Task WindowsLineEnds_AreKept() => Verify(
        "using System;\r\n\r\nstatic class Native\r\n{\r\n    [DllImport(\"z\")]\r\n    static extern bool a();\r\n}\r\n",
        "using System;\r\nusing Ffi;\r\n\r\n[NativeLibrary(\"z\")]\r\nstatic partial class Native\r\n{\r\n    [NativeFunction]\r\n    [return: MarshalAs(UnmanagedType.Bool)]\r\n    private static partial bool a();\r\n}\r\n");

    [Fact]
    public Task OneOfTwoLibraries_IsTheTypes_AndTheOtherStays() => Verify(
        "using Ffi;\nstatic class Native\n{\n    [DllImport(\"y\")] internal static extern int y();\n    [DllImport(\"z\")] internal static extern int a();\n    [DllImport(\"z\")] internal static extern int b();\n}\n",
        "using Ffi;\n[NativeLibrary(\"z\")]\nstatic partial class Native\n{\n    [DllImport(\"y\")] internal static extern int y();\n    [NativeFunction] internal static partial int a();\n    [NativeFunction] internal static partial int b();\n}\n");

    [Fact]
    public Task WhatTheLibrarySaysOfAll_IsTakenBack() => Verify(
        "using Ffi;\n[NativeLibrary(\"z\", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]\nstatic partial class Native\n{\n    [LibraryImport(\"z\", StringMarshalling = StringMarshalling.Utf8)] internal static partial int a(string text);\n    [DllImport(\"z\", SetLastError = true, CharSet = CharSet.Unicode)] internal static extern int b(string text);\n}\n",
        "using Ffi;\n[NativeLibrary(\"z\", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]\nstatic partial class Native\n{\n    [NativeFunction(SetLastError = false, StringMarshalling = StringMarshalling.Utf8)] internal static partial int a(string text);\n    [NativeFunction(SetLastError = true)] internal static partial int b(string text);\n}\n");

    [Fact]
    public Task WhereRuntimeMarshallingIsOff_ABoolIsAByte() => Verify(
        "using Ffi;\n[assembly: DisableRuntimeMarshalling]\nstatic class Native\n{\n    [DllImport(\"z\")] internal static extern bool a(bool flag, char letter);\n}\n",
        "using Ffi;\n[assembly: DisableRuntimeMarshalling]\n[NativeLibrary(\"z\")]\nstatic partial class Native\n{\n    [NativeFunction] internal static partial bool a(bool flag, char letter);\n}\n");

    [Fact]
    public Task OneImport_IsConvertedAlone() => CodeFixHarness.Verify<ImportAdviceAnalyzer, NativeFunctionFix>(
        "class Outer\n{\n    static class Native\n    {\n        [DllImport(\"n\")]\n        internal static extern int put(int i);\n    }\n}\n",
        "partial class Outer\n{\n    [NativeLibrary(\"n\")]\n    static partial class Native\n    {\n        [NativeFunction]\n        internal static partial int put(int i);\n    }\n}\n");

    private static Task Verify(string before, string after) => Verify([before], [after]);

    private static Task Verify(string[] before, string[] after, FixAllScope scope = FixAllScope.Solution, string[][]? frameworks = null) =>
        new FixAllHarness(new ImportAdviceAnalyzer(), new NativeFunctionFix()) { Scope = scope, Frameworks = frameworks ?? [[]] }
            .VerifyFiles(before, after);
}
