using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Tests.Snapshots;

/// <summary>One library for each shape of generated file. What is generated is read by users, so review a change here as code.</summary>
public class SnapshotTests
{
    private static readonly Dictionary<string, string> s_libraries = new()
    {
        ["StaticLibrary"] = """
            namespace Maths;

            [NativeLibrary("m")]
            public static partial class LibM
            {
                /// <summary>The cosine of an angle in radians.</summary>
                [NativeFunction("cos")] public static partial double Cos(double x);
                [NativeFunction("cosf")] internal static partial float Cos(float x);
                [NativeFunction] public static partial int abs(int n);
            }
            """,
        ["Import"] = """
            #nullable enable
            namespace Maths;

            [NativeLibrary("m", Binding = NativeBinding.Import)]
            public static partial class LibM
            {
                [NativeFunction("cos")] public static partial double Cos(double x);
                [NativeFunction("frexp", Optional = true), SuppressGCTransition] internal static partial double Frexp(double @in, out int Import);
                [NativeFunction] internal static partial bool report(SafeHandle log, string text, [LastError] out int errno);
                [NativeFunction, UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl), typeof(CallConvSuppressGCTransition)])] internal static partial void tick();
                [NativeFunction(Variadic = 1)] internal static partial int control(int what, byte value, nint pointer);
            }
            """,
        ["ImportedFrees"] = """
            #nullable enable
            [assembly: DefaultNativeBinding(NativeBinding.Import)]
            [assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]

            [NativeLibrary("notes", Optional = true)]
            internal static partial class Notes
            {
                [NativeFunction("note_read", SetLastError = true)]
                internal static partial int Read(int id, [FreedWith("note_free")] out string text, [FreedWith("free", Library = "c")] out string? author);
                [NativeFunction("note_first")] [return: FreedWith("free", Library = "c", Windows = "ucrtbase")] internal static partial string? First();
            }
            """,
        ["InstanceLibrary"] = """
            namespace Data;

            [NativeLibrary]
            public sealed partial class Sqlite
            {
                [NativeFunction("sqlite3_libversion_number")] public partial int VersionNumber();
                [NativeFunction("sqlite3_sleep")] public partial int Sleep(int milliseconds);
            }
            """,
        ["InstanceStruct"] = """
            [NativeLibrary]
            internal readonly partial struct Plugin
            {
                [NativeFunction("plugin_start", Optional = true)] public partial void Start(nint host);
            }
            """,
        ["NestedLibrary"] = """
            namespace Outside.Inside;

            public partial struct Outer<T>;

            public partial record Outer
            {
                private partial interface IMiddle
                {
                    [NativeLibrary("m")]
                    internal partial class Lib { [NativeFunction("cos")] internal static partial double Cos(double x); }
                }
            }
            """,
        ["KeywordNames"] = """
            namespace @namespace.@event;

            [NativeLibrary("m")]
            internal static partial class @class
            {
                [NativeFunction("cos")] internal static partial double @double(double @in, double function, double result);
                [NativeFunction] internal static partial int slot(ref int @this);
            }
            """,
        ["FreedText"] = """
            #nullable enable
            [NativeLibrary("notes")]
            internal static partial class Notes
            {
                [NativeFunction("note_read")]
                internal static partial int Read(int id, [FreedWith("note_free")] out string text, [FreedWith("free", Library = "c", Windows = "ucrtbase")] out string? author);
                [NativeFunction("note_first")] [return: FreedWith("free", Library = "c", Windows = "ucrtbase")] internal static partial string? First();
            }
            """,
        ["FreedTextOfAnInstance"] = """
            #nullable enable
            [NativeLibrary]
            internal sealed partial class Notes
            {
                [NativeFunction("note_read")] internal partial void Read([FreedWith("note_free")] out string text, [FreedWith("free", Library = "c")] out string? author);
            }
            """,
        ["WideText"] = """
            #nullable enable
            [NativeLibrary("wide", StringMarshallingCustomType = typeof(WideStringMarshaller))]
            internal static partial class Wide
            {
                [NativeFunction("wide_look_up")] internal static partial string? LookUp(string name, ReadOnlySpan<char> language, string[] fallbacks);
            }
            """,
        ["Variables"] = """
            [NativeLibrary("c")]
            internal static unsafe partial class LibC
            {
                [NativeVariable("stdout")] internal static partial nint StandardOutput { get; }
                /// <summary>The environment.</summary>
                [NativeVariable] public static partial byte** environ { get; set; }
                [NativeVariable("daylight", Optional = true)] internal static partial bool IsDaylight { get; private set; }
                [NativeVariable("timezones")] internal static partial ref readonly DateTimeKind Zones { get; }
                [NativeFunction("fflush")] internal static partial int Flush(nint stream);
            }
            """,
        ["VariablesOfAnInstance"] = """
            [NativeLibrary(Binding = NativeBinding.Eager)]
            internal readonly partial struct Plugin
            {
                [NativeVariable("plugin_level", Optional = true)] public partial char Level { get; set; }
                [NativeVariable("plugin_state")] public partial ref int State { get; }
            }
            """,
        ["LibraryDefaults"] = """
            [NativeLibrary("texts", Optional = true, StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]
            internal static partial class Texts
            {
                [NativeFunction("wide")] internal static partial int Wide(string text);
                [NativeFunction("narrow", StringMarshalling = StringMarshalling.Utf8, SetLastError = false)] internal static partial int Narrow(string text);
            }
            """,
        ["EagerOptional"] = """
            [NativeLibrary("m", Binding = NativeBinding.Eager)]
            internal static partial class LibM
            {
                [NativeFunction("cos")] internal static partial double Cos(double x);
                [NativeFunction("exp10", Optional = true)] internal static partial double Exp10(double x);
            }
            """,
        ["EagerInstance"] = """
            [NativeLibrary(Binding = NativeBinding.Eager)]
            internal sealed partial class Plugin
            {
                [NativeFunction("start")] internal partial int Start();
                [NativeFunction("stop", Optional = true)] internal partial void Stop();
            }
            """,
        ["NamesBySystem"] = """
            [assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

            [NativeLibrary("m", Linux = "libm.so.6", Windows = "ucrtbase", MacOS = "libSystem.dylib")]
            internal static partial class LibM
            {
                [NativeFunction("cos")] internal static partial double Cos(double x);
            }
            """,
        ["Conventions"] = """
            [NativeLibrary("m")]
            internal static partial class LibM
            {
                [NativeFunction("cos"), SuppressGCTransition] internal static partial double Cos(double x);
                [NativeFunction("sin"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl), typeof(CallConvMemberFunction)])] internal static partial double Sin(double x);
            }
            """,
        ["Values"] = """
            [NativeLibrary("values")]
            internal static unsafe partial class Values
            {
                [NativeFunction] internal static partial bool Flags(bool one, [MarshalAs(UnmanagedType.Bool)] bool four);
                [NativeFunction] [return: MarshalAs(UnmanagedType.Bool)] internal static partial bool LongFlag();
                [NativeFunction] internal static partial int LongFlags([MarshalAs(UnmanagedType.Bool)] out bool one, [MarshalAs(UnmanagedType.Bool)] ref bool two, [MarshalAs(UnmanagedType.U1)] in bool three);
                [NativeFunction] internal static partial char Letter(char letter);
                [NativeFunction] internal static partial NFloat Scale(NFloat factor);
                [NativeFunction] internal static partial DayOfWeek Day(DayOfWeek day, CLong width, void* pointer, delegate* unmanaged[Cdecl]<int, void> call);
                [NativeFunction] internal static partial Pair<int> Swap(Pair<int> pair);
            }

            internal record struct Pair<T>(T First, T Second);
            """,
        ["Memory"] = """
            [NativeLibrary("memory")]
            internal static partial class Blocks
            {
                [NativeFunction] internal static partial int Sum(ReadOnlySpan<int> values, int count);
                [NativeFunction] internal static partial void Fill(Span<byte> target, nuint lengthInBytes);
                [NativeFunction] internal static partial void Swap(ref int left, in int right, out int count);
                [NativeFunction] internal static partial int Hash(Memory<byte> memory, params int[] seeds);
            }
            """,
        ["Ownership"] = """
            internal sealed class Statement() : SafeHandle(0, ownsHandle: true)
            {
                public override bool IsInvalid => handle == 0;
                protected override bool ReleaseHandle() => true;
            }

            [NativeLibrary("sql")]
            internal static partial class Sql
            {
                /// <summary>Reads a column of the present row, as <see cref="StringBuilder"/> would not.</summary>
                /// <param name="statement">The statement.</param>
                [NativeFunction("column_text")]
                [return: BorrowedFrom("statement", InvalidatedBy = ["step", "reset"])]
                internal static partial ReadOnlySpan<byte> ColumnText(Statement statement);

                [NativeFunction("expanded_sql")] [return: FreedWith("sql_free")] internal static partial string ExpandedSql(Statement statement);
                [NativeFunction("finalize", SetLastError = true)] internal static partial int Finalize([Frees] Statement statement);
                [NativeFunction("bind")] internal static partial int Bind([Retained(Until = "reset")] PinnedBuffer<byte> blob, [Retained] nint user);
            }
            """,
        ["Structs"] = """
            [NativeLibrary("archive")] internal static partial class Archive
            {
                [NativeFunction("entry_add")] private static partial int Add(Entry entry);
                [NativeFunction("entry_update", SetLastError = true)] private static partial int Update(ref Entry entry, ReadOnlySpan<Entry> others, [In, Out] Options options);
                [NativeFunction("entry_first")] private static partial Stamp First(out Entry entry);

                private struct Entry
                {
                    public string Path;
                    public bool IsFolder { get; init; }
                    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 8)] public string Kind;
                    [MarshalAs(UnmanagedType.ByValArray, SizeConst = 4)] public int[] Blocks;
                    public Stamp Stamp;
                    public Microsoft.Win32.SafeHandles.SafeFileHandle File;
                }

                [StructLayout(LayoutKind.Sequential, Pack = 2, Size = 12)]
                private struct Stamp
                {
                    public long Ticks;
                    [MarshalAs(UnmanagedType.VariantBool)] public bool IsExact;
                }

                [StructLayout(LayoutKind.Explicit, CharSet = CharSet.Unicode)]
                private sealed class Options
                {
                    [FieldOffset(0)] public int Level;
                    [FieldOffset(8)] public string Filter = "";
                    [FieldOffset(16)] private readonly bool _isStrict;
                }
            }
            """,
    };

    public static TheoryData<string> Names => [.. s_libraries.Keys];

    // Of these, the bodies that test their declarations are reviewed too: memory, text, handles, what is retained, structs.
    private static readonly string[] s_checked = ["Memory", "WideText", "Ownership", "Structs"];

    public static TheoryData<string> CheckedNames => [.. s_checked];

    [Theory, MemberData(nameof(Names))]
    public void GeneratedFile_IsAsReviewed(string name) => Snapshot.Verify(name, GeneratorRun.Of(s_libraries[name]).Text);

    [Theory, MemberData(nameof(CheckedNames))]
    public void CheckedFile_IsAsReviewed(string name) => Snapshot.Verify(name + ".Checked", Checked(name, "true").Text);

    /// <summary>What is not checked is not one letter different, so the machine code isn't either.</summary>
    [Theory, MemberData(nameof(Names))]
    public void WithoutChecks_TheFileIsTheSame(string name) =>
        Assert.Equal(GeneratorRun.Of(s_libraries[name]).Text, Checked(name, "false").Text);

    [Theory, MemberData(nameof(Names))]
    public void CheckedFile_CompilesWithWarningsAsErrors(string name)
    {
        CSharpCompilationOptions options = TestCompilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error)
            .WithWarningLevel(9999);
        var run = new GeneratorRun(null, ("FfiChecked", "true")).Update(TestCompilation.Create(s_libraries[name]).WithOptions(options));

        Assert.DoesNotContain(
            run.Output.GetDiagnostics(),
            diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS8981");
    }

    private static GeneratorRun Checked(string name, string value) =>
        new GeneratorRun(null, ("FfiChecked", value)).Update(TestCompilation.Create(s_libraries[name]));

    [Theory, MemberData(nameof(Names))]
    public void GeneratedFile_CompilesWithWarningsAsErrors(string name)
    {
        NullableContextOptions[] contexts = [NullableContextOptions.Enable, NullableContextOptions.Disable];
        foreach (NullableContextOptions nullable in contexts)
        {
            CSharpCompilationOptions options = TestCompilation.Options.WithNullableContextOptions(nullable)
                .WithGeneralDiagnosticOption(ReportDiagnostic.Error).WithWarningLevel(9999);
            var run = new GeneratorRun().Update(TestCompilation.Create(s_libraries[name]).WithOptions(options));

            Assert.DoesNotContain(
            run.Output.GetDiagnostics(),
            diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS8981");
        }
    }

    /// <summary>The language of .NET 9, which we run on.</summary>
    [Theory, MemberData(nameof(Names))]
    public void GeneratedFile_IsCSharp13(string name)
    {
        CSharpParseOptions language = TestCompilation.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp13);
        Compilation output = GeneratorRun.Of(s_libraries[name]).Output;
        Compilation older = output.RemoveAllSyntaxTrees()
            .AddSyntaxTrees(output.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.ToString(), language)));

        Assert.DoesNotContain(older.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void EachSnapshot_IsOfALibraryHere() => Assert.Equal(
        s_libraries.Keys.Concat(s_checked.Select(name => name + ".Checked")).Order(StringComparer.Ordinal),
        Directory.GetFiles(Snapshot.Folder, "*.verified.cs").Select(path => Path.GetFileName(path)[..^".verified.cs".Length])
            .Order(StringComparer.Ordinal));

    [Fact]
    public void DocumentationOfOwnership_IsAddedToTheUsers()
    {
        IMethodSymbol column = GeneratorRun.Of(s_libraries["Ownership"]).Output.GetTypeByMetadataName("Sql")!.GetMembers("ColumnText")
            .OfType<IMethodSymbol>().First();

        string? documentation = column.GetDocumentationCommentXml();
        Assert.Contains("as <see cref=\"T:System.Text.StringBuilder\"/> would not.", documentation);
        Assert.Contains("<param name=\"statement\">The statement.</param>", documentation);
        Assert.Contains("valid until it is closed or <c>step</c> or <c>reset</c> is called.", documentation);
    }

    [Fact]
    public void DocumentationAndAttributes_RemainTheUsers()
    {
        IMethodSymbol cos = GeneratorRun.Of(s_libraries["StaticLibrary"]).Output.GetTypeByMetadataName("Maths.LibM")!.GetMembers("Cos")
            .OfType<IMethodSymbol>().First();

        Assert.NotNull(cos.PartialImplementationPart);
        Assert.Contains("The cosine of an angle in radians.", cos.GetDocumentationCommentXml());
        Assert.Contains(cos.GetAttributes(), attribute => attribute.AttributeClass!.Name == "NativeFunctionAttribute");
    }
}
