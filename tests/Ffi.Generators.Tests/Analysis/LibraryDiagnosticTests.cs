using Ffi.Generators.Analysis;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests.Analysis;

public class LibraryDiagnosticTests
{
    private const string Cos = "[NativeFunction(\"cos\")] public static partial double Cos(double x);";
    private const string Version = "[NativeFunction(\"version\")] public partial int Version();";

    [Fact]
    public Task FFI0001_Fires_OnATypeThatIsNotPartial() => Declarations.Verify("""
        [NativeLibrary("m")] public static class [|{|CS0260:Lib|}|] { [NativeFunction("cos")] public static partial double Cos(double x); }
        """, "FFI0001");

    [Fact]
    public Task FFI0001_Fires_OnAContainingTypeThatIsNotPartial() =>
        Declarations.Verify(
            $$"""
            public class [|{|CS0260:Outer|}|] { public partial class Middle { [NativeLibrary("m")] public static partial class Lib { {{Cos}} } } }
            """,
            "FFI0001");

    [Fact]
    public Task FFI0001_DoesNotFire_OnANestOfPartialTypes() => Declarations.Verify($$"""
        public partial class Outer { public partial struct Middle { [NativeLibrary("m")] public static partial class Lib { {{Cos}} } } }
        """);

    [Fact]
    public Task FFI0002_Fires_OnAGenericType() => Declarations.Verify($$"""
        [NativeLibrary("m")] public static partial class [|Lib|]<T> { {{Cos}} }
        """, "FFI0002");

    [Fact]
    public Task FFI0002_Fires_OnAGenericContainer() => Declarations.Verify($$"""
        public partial class [|Outer|]<T> { [NativeLibrary("m")] public static partial class Lib { {{Cos}} } }
        """, "FFI0002");

    [Fact]
    public Task FFI0002_DoesNotFire_OnATypeThatDerivesFromAGenericOne() => Declarations.Verify($$"""
        public class Base<T>;
        [NativeLibrary] public partial class Lib : Base<int> { {{Version}} }
        """);

    [Theory]
    [InlineData("\"m\", StringMarshalling = [|StringMarshalling.Custom|]")]
    [InlineData("\"m\", StringMarshalling = [|StringMarshalling.Utf16|], StringMarshallingCustomType = typeof(AnsiStringMarshaller)")]
    public Task FFI0050_Fires_OnContradictingTextOptionsOfALibrary(string arguments) => Declarations.Verify($$"""
        [NativeLibrary({{arguments}})] public static partial class Lib { {{Cos}} }
        """, "FFI0050");

    [Fact]
    public Task FFI0050_Fires_OnContradictingTextOptionsOfAFunction() =>
        Declarations.Verify(
            """
            [NativeLibrary("m", StringMarshallingCustomType = typeof(AnsiStringMarshaller))]
            public static partial class Lib { [NativeFunction("f", StringMarshalling = [|StringMarshalling.Custom|])] public static partial void F(int x); }
            """,
            "FFI0050");

    [Fact]
    public Task FFI0050_Fires_OnAnOptionalInstanceLibrary() => Declarations.Verify($$"""
        [NativeLibrary(Optional = [|true|])] public partial class Lib { {{Version}} }
        """, "FFI0050");

    [Theory]
    [InlineData("StringMarshalling = StringMarshalling.Custom, StringMarshallingCustomType = typeof(AnsiStringMarshaller)")]
    [InlineData("StringMarshallingCustomType = typeof(AnsiStringMarshaller)")]
    [InlineData("StringMarshalling = StringMarshalling.Utf16, SetLastError = true, Optional = true")]
    public Task FFI0050_DoesNotFire_OnOptionsThatAgree(string options) => Declarations.Verify($$"""
        [NativeLibrary("m", {{options}})] public static partial class Lib { [NativeFunction("f")] public static partial void F(string x); }
        """);

    [Fact]
    public Task FFI0007_Fires_OnAMemberNamedAsTheLibrarysAvailability() => Declarations.Verify($$"""
        [NativeLibrary("m", Optional = true)] public static partial class [|Lib|] { {{Cos}} private static int IsLibraryAvailable => 1; }
        """, "FFI0007");

    [Fact]
    public Task FFI0007_Fires_OnAnOptionalFunctionWhosePropertyIsTheLibrarys() => Declarations.Verify("""
        [NativeLibrary("m", Optional = true)]
        public static partial class Lib { [NativeFunction("f", Optional = true)] public static partial int [|Library|](); }
        """, "FFI0007");

    [Fact]
    public Task FFI0003_Fires_OnARefStruct() => Declarations.Verify($$"""
        [NativeLibrary] public ref partial struct [|Lib|] { {{Version}} }
        """, "FFI0003");

    [Fact]
    public Task FFI0003_Fires_OnAFileLocalType() => Declarations.Verify($$"""
        [NativeLibrary("m")] file static partial class [|Lib|] { {{Cos.Replace("Cos", "{|CS8795:Cos|}")}} }
        """, "FFI0003");

    [Fact]
    public Task FFI0003_DoesNotFire_OnAReadOnlyStruct() => Declarations.Verify($$"""
        [NativeLibrary] internal readonly partial struct Lib { {{Version}} }
        """);

    [Fact]
    public Task FFI0004_Fires_OnAStaticClassWithoutAName() => Declarations.Verify($$"""
        [[|NativeLibrary|]] public static partial class Lib { {{Cos}} }
        """, "FFI0004");

    [Fact]
    public Task FFI0004_Fires_OnANameThatIsNull() => Declarations.Verify($$"""
        [NativeLibrary([|null|])] public static partial class Lib { {{Cos}} }
        """, "FFI0004");

    [Fact]
    public Task FFI0004_DoesNotFire_WhereOnlyOneSystemHasAName() => Declarations.Verify($$"""
        [NativeLibrary(Linux = "m")] public static partial class Lib { {{Cos}} }
        """);

    [Fact]
    public Task FFI0005_Fires_OnABlankName() => Declarations.Verify($$"""
        [NativeLibrary([|" "|])] public static partial class Lib { {{Cos}} }
        """, "FFI0005");

    [Fact]
    public Task FFI0005_Fires_OnANameOfOneSystemThatHoldsNul() => Declarations.Verify($$"""
        [NativeLibrary("m", Windows = [|"ms\0vcrt"|])] public static partial class Lib { {{Cos}} }
        """, "FFI0005");

    [Fact]
    public Task FFI0005_DoesNotFire_OnANameWithABlankInIt() => Declarations.Verify($$"""
        [NativeLibrary("my library")] public static partial class Lib { {{Cos}} }
        """);

    [Fact]
    public async Task FFI0006_Fires_WhereTheProjectForbidsUnsafeCode()
    {
        string source = $"[NativeLibrary(\"m\")] public static partial class Lib {{ {Cos} }}";

        Assert.Equal("FFI0006 at Lib", await UnsafeCode.Analyze(source, allowed: false));
    }

    [Fact]
    public async Task FFI0006_DoesNotFire_WhereTheProjectAllowsUnsafeCode()
    {
        string source = $"[NativeLibrary(\"m\")] public static partial class Lib {{ {Cos} }}";

        Assert.Equal("", await UnsafeCode.Analyze(source, allowed: true));
    }

    [Fact]
    public async Task FFI0032_Fires_OnALanguageOlderThanGeneratedCode() =>
        Assert.Equal("'Lib' is compiled as C# 12.0, but its generated half is C# 13.", await LanguageProblem(LanguageVersion.CSharp12));

    [Fact]
    public async Task FFI0032_DoesNotFire_OnTheOldestLanguageOfAFrameworkWeSupport() =>
        Assert.Equal("", await LanguageProblem(LanguageVersion.CSharp13));

    [Theory, InlineData(Platform.X86), InlineData(Platform.Arm)]
    public async Task FFI0052_Fires_WhereTheProcessHas32Bits(Platform platform) =>
        Assert.Equal("FFI0052 at Lib", await PlatformProblem(platform));

    [Theory, InlineData(Platform.AnyCpu), InlineData(Platform.X64), InlineData(Platform.Arm64)]
    public async Task FFI0052_DoesNotFire_WhereItHas64(Platform platform) => Assert.Equal("", await PlatformProblem(platform));

    [Fact]
    public Task FFI0007_Fires_OnAConstructorThatTakesTheSymbols() => Declarations.Verify($$"""
        [NativeLibrary] public partial class [|Lib|] { public Lib(INativeSymbolSource symbols) { } {{Version}} }
        """, "FFI0007");

    [Fact]
    public Task FFI0007_Fires_OnAMemberNamedLikeAnAvailabilityProperty() => Declarations.VerifyFunction("""
        public static bool IsExp10Available;
        [NativeFunction("exp10", Optional = true)] public static partial double [|Exp10|](double x);
        """, "FFI0007");

    [Fact]
    public Task FFI0007_Fires_OnAnOptionalOverloadOfAnotherSymbol() => Declarations.VerifyFunction("""
        [NativeFunction("exp10", Optional = true)] public static partial double Exp10(double x);
        [NativeFunction("exp10f", Optional = true)] public static partial float [|Exp10|](float x);
        """, "FFI0007");

    [Fact]
    public Task FFI0007_DoesNotFire_OnOptionalOverloadsOfOneSymbol() => Declarations.VerifyFunction("""
        [NativeFunction("poke", Optional = true)] public static partial int Poke(int x);
        [NativeFunction("poke", Optional = true)] public static partial int Poke(int* x);
        """);

    [Theory]
    [InlineData("public int Symbols;")]
    [InlineData("[NativeFunction] public partial int Symbols();")]
    [InlineData("private int _symbols;")]
    public Task FFI0007_DoesNotFire_OnNamesThatGeneratedCodeCanDoWithout(string member) => Declarations.Verify($$"""
        [NativeLibrary] public partial class Lib { {{member}} {{Version}} }
        """);

    [Fact]
    public Task FFI0025_Fires_OnAPrimaryConstructor() => Declarations.Verify($$"""
        [NativeLibrary] public partial class [|Lib|](int answer) { public int Answer => answer; {{Version}} }
        """, "FFI0025");

    [Fact]
    public Task FFI0025_Fires_OnABaseClassThatNeedsArguments() => Declarations.Verify($$"""
        public class Base { public Base(int answer) { } }
        [NativeLibrary] public partial class [|Lib|] : Base { public Lib() : base(42) { } {{Version}} }
        """, "FFI0025");

    [Fact]
    public Task FFI0025_DoesNotFire_OnABaseClassWithAProtectedConstructor() => Declarations.Verify($$"""
        public abstract class Base { protected Base() { } }
        [NativeLibrary] public partial class Lib : Base { public Lib(int answer) { } {{Version}} }
        """);

    [Fact]
    public Task FFI0025_DoesNotFire_OnTheLibraryOfAName() => Declarations.Verify($$"""
        [NativeLibrary("m")] public partial class Lib(int answer) { public int Answer => answer; {{Cos}} }
        """);

    private static async Task<string> PlatformProblem(Platform platform)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(
            $"using Ffi; [NativeLibrary(\"m\")] public static partial class Lib {{ {Cos} }}",
            TestCompilation.ParseOptions);
        var compilation = CSharpCompilation.Create(
            "Narrow",
            [tree],
            TestCompilation.References,
            TestCompilation.Options.WithPlatform(platform));
        var diagnostics = await compilation.WithAnalyzers([new FunctionAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return string.Concat(
            diagnostics.Select(diagnostic => $"{diagnostic.Id} at {tree.GetText().ToString(diagnostic.Location.SourceSpan)}"));
    }

    // What is reported, if it is at the type's name.
    private static async Task<string> LanguageProblem(LanguageVersion version)
    {
        const string Source = $"using Ffi; [NativeLibrary(\"m\")] public static partial class Lib {{ {Cos} }}";
        SyntaxTree tree = CSharpSyntaxTree.ParseText(Source, TestCompilation.ParseOptions.WithLanguageVersion(version));
        var compilation = CSharpCompilation.Create("Old", [tree], TestCompilation.References, TestCompilation.Options);
        var diagnostics = await compilation.WithAnalyzers([new FunctionAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.All(
            diagnostics,
            diagnostic =>
                Assert.Equal(
                    ("FFI0032", Source.IndexOf("Lib {", StringComparison.Ordinal)),
                    (diagnostic.Id, diagnostic.Location.SourceSpan.Start)));
        return string.Concat(diagnostics.Select(diagnostic => diagnostic.GetMessage().Split(" Remove")[0]));
    }
}
