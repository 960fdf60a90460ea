using Ffi.Generators.Analysis;
using Ffi.Generators.Tests.Documentation;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Tests.Analysis;

/// <summary>Every mistake in a declaration says its id in a build, once, and the compiler says no more than it must.</summary>
public class BuildErrorTests
{
    private const string Mistake = """
        [NativeLibrary("m")]
        static partial class M
        {
            [NativeFunction] public static partial int Take(object o);
        }
        """;

    // Where no second half makes a declaration good, the compiler says so too: once for a type or for a function.
    private static readonly Dictionary<string, string[]> s_compilersOwn = new()
    {
        ["FFI0001"] = ["CS0260"],
        ["FFI0003"] = ["CS8795"],
        ["FFI0009"] = ["CS0501"],
        ["FFI0037"] = ["CS8795"],
    };

    private static readonly CodeBlock[] s_mistakes =
    [
        .. MarkdownFile.All
            .Where(static file => file.Path.StartsWith("docs/diagnostics/FFI00", StringComparison.Ordinal))
            .SelectMany(static file => file.Blocks)
            .Where(static block => block is { Section: "Bad", Language: "csharp" }),
    ];

    public static TheoryData<string> Mistakes => [.. s_mistakes.Select(static block => block.Where)];

    [Theory, MemberData(nameof(Mistakes))]
    public async Task Build_SaysEachMistakeOnce(string where)
    {
        CodeBlock block = s_mistakes.Single(block => block.Where == where);
        string[] expected =
        [
            .. CSharpBlock.ExpectedIds(block).SelectMany(static id => s_compilersOwn.GetValueOrDefault(id, []).Append(id)).Order(),
        ];

        Assert.Equal(expected, IdsOf(await new BuildHarness().Build(CSharpBlock.Compile(block))));
    }

    // Nothing compiles that would do nothing.
    [Theory, MemberData(nameof(Mistakes))]
    public async Task BuildWithoutAnalyzers_FailsAtTheSameErrors(string where)
    {
        CodeBlock block = s_mistakes.Single(block => block.Where == where);
        string[] expected =
        [
            .. CSharpBlock.ExpectedIds(block).SelectMany(static id => s_compilersOwn.GetValueOrDefault(id, []).Append(id)).Order(),
        ];
        BuildHarness build = new(("RunAnalyzers", "false")) { SkipsAnalyzers = true };

        string[] actual = IdsOf(await build.Build(CSharpBlock.Compile(block)));
        // What is a warning, or leaves the function its body, is an analyzer's, and an accessor keeps the body that it has.
        Assert.Equal(expected.Except(["FFI0017", "FFI0043", "FFI0046"]).Except(block.File.Contains("FFI0022") ? ["FFI0022"] : []), actual);
    }

    [Fact]
    public async Task GeneratorAndAnalyzer_SayTheSame()
    {
        Diagnostic ofGenerator = Assert.Single(
            await new BuildHarness(("RunAnalyzersDuringBuild", "false")) { SkipsAnalyzers = true }.Build(Mistake));
        Diagnostic ofAnalyzer = Assert.Single(await new BuildHarness().Build(Mistake));

        Assert.Equal("FFI0019", ofGenerator.Id);
        Assert.Equal(ofAnalyzer.GetMessage(), ofGenerator.GetMessage());
        Assert.Equal(ofAnalyzer.Location.GetLineSpan(), ofGenerator.Location.GetLineSpan());
    }

    // There the analyzer is heard, and twice would be once too often.
    [Fact]
    public async Task Editor_HearsTheAnalyzerAlone() =>
        Assert.Empty(
            await new BuildHarness(("DesignTimeBuild", "true"), ("RunAnalyzers", "false")) { SkipsAnalyzers = true }.Build(Mistake));

    // RunAnalyzers has the last word, as it has for the SDK.
    [Theory]
    [InlineData("", "", false)]
    [InlineData("true", "false", false)]
    [InlineData("", "False", true)]
    [InlineData("false", "true", true)]
    public async Task Generator_SpeaksWhereTheSdkSkipsAnalyzers(string runAnalyzers, string duringBuild, bool speaks) =>
        Assert.Equal(
            speaks,
            (
                await new BuildHarness(("RunAnalyzers", runAnalyzers), ("RunAnalyzersDuringBuild", duringBuild))
                {
                    SkipsAnalyzers = true,
                }.Build(Mistake)
            ).Any());

    [Theory]
    // A void function without accessibility could go without a body, and its calls would vanish.
    [InlineData(
        "FFI0019",
        "[NativeLibrary(\"m\")] static partial class M { [NativeFunction] static partial void f(object o); static void g() => f(1); }")]
    [InlineData(
        "FFI0019 FFI0019",
        "[NativeLibrary(\"m\")] static unsafe partial class M { [NativeFunction] internal static partial int f(int* p, out List<int> o, params object[] rest); }"
    )]
    [InlineData(
        "FFI0011 FFI0019",
        "[NativeLibrary(\"m\")] static partial class M { [NativeFunction] internal static partial T f<T, U>(T a, U b) where T : class?, IComparable<U>, new() where U : allows ref struct; }",
        "FFI0019 FFI0019")]
    [InlineData(
        "FFI0012",
        "[NativeLibrary(\"m\")] static partial class M { [NativeFunction] internal static partial ref readonly int f(scoped in int a); }")]
    // What the rest of a program asks for is there.
    [InlineData(
        "FFI0019",
        "[NativeLibrary(\"m\")] static partial class M { [NativeFunction(\"f\", Optional = true)] public static partial int F(object o); static bool Has => IsFAvailable; }"
    )]
    [InlineData(
        "FFI0002",
        "[NativeLibrary] partial class M<T> { [NativeFunction] public partial int f(); } class C { M<int> Make(NativeModule module) => new(module); }"
    )]
    [InlineData("FFI0040", "partial class M { [NativeCallback] static int f(string[] o) => 1; nint P => fPointer; }")]
    [InlineData("FFI0042", "partial class M<T> { [NativeCallback] static int f(int o) => 1; nint P => fPointer; }")]
    [InlineData(
        "FFI0002",
        "[NativeLibrary(\"m\", Optional = true)] partial class M<T> { [NativeFunction] public static partial int f(); static bool Has => IsLibraryAvailable; }"
    )]
    // No library.
    [InlineData(
        "FFI0008 FFI0008",
        "namespace @class.N { static partial class M { [NativeFunction] public static partial int f(); [NativeFunction] public static partial int g(ref int a); } }"
    )]
    [InlineData(
        "FFI0008",
        "interface I<T, U> where T : class { partial struct M { [NativeFunction] private partial int f(object o); } }",
        "CS0260")]
    [InlineData("FFI0008", "partial record struct M(int X) { [NativeFunction] readonly partial void f(); }")]
    [InlineData("FFI0008", "static class M { [NativeFunction] public static partial int f(); }", "CS0260")]
    [InlineData("FFI0008", "static partial class M { [NativeFunction] public static int f(); }", "CS0501")]
    [InlineData(
        "FFI0008",
        "static partial class M { public static partial class N { [NativeFunction] public static partial int f(); } } static partial class M { [NativeFunction] public static partial int f(); }",
        "FFI0008")]
    // The compiler stops, and all errors are reported.
    [InlineData(
        "FFI0009 FFI0019",
        "[NativeLibrary(\"m\")] static partial class M { [NativeFunction] public static int f(); } [NativeLibrary(\"m\")] static partial class N { [NativeFunction] public static partial int f(object o); }",
        "CS0501")]
    [InlineData(
        "FFI0009 FFI0042",
        "[NativeLibrary(\"m\")] partial class M { [NativeFunction] public static int f(); [NativeCallback] void g() { } }",
        "CS0501")]
    [InlineData(
        "FFI0001",
        "static class O { [NativeLibrary(\"m\")] static partial class M { [NativeFunction] public static partial int f(); [NativeFunction] public static partial int g(); } }",
        "CS0260")]
    [InlineData(
        "FFI0023",
        "[NativeLibrary(\"m\")] static partial class M { [NativeFunction] public static extern partial int f(); }",
        "CS0759")]
    [InlineData(
        "FFI0024",
        "[NativeLibrary(\"m\")] static partial class M { [NativeFunction, DllImport(\"m\")] public static partial int f(); }",
        "CS0601 CS8795")]
    [InlineData("FFI0022", "interface I { int f(); } partial class M : I { [NativeFunction] partial int I.f(); }", "CS0754 CS8796")]
    public async Task Build_SaysWhatStandsInTheWay(string ids, string source, string others = "")
    {
        string[] expected = [.. $"{ids} {others}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Order()];

        Assert.Equal(expected, IdsOf(await new BuildHarness().Build(source)));
    }

    [Fact]
    public async Task CompilersErrors_AreAtTheDeclarations()
    {
        foreach (CodeBlock block in s_mistakes)
        {
            Assert.All(
                await new BuildHarness().Build(CSharpBlock.Compile(block)),
                static diagnostic => Assert.Equal(TestCompilation.FileName, diagnostic.Location.GetLineSpan().Path));
        }
    }

    private static string[] IdsOf(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Select(static diagnostic => diagnostic.Id).Order()];
}
