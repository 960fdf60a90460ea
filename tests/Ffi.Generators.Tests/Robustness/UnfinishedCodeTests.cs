using Ffi.Generators.Analysis;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Tests.Robustness;

/// <summary>Code as it is while it is being typed: the generator and the analyzer must not throw, and what they write must parse.</summary>
public class UnfinishedCodeTests
{
    private const string Source = """
        namespace Some.Place
        {
            public partial class Outer
            {
                [NativeLibrary("m", Linux = "m6", Binding = NativeBinding.Eager)]
                internal static unsafe partial class LibM
                {
                    /// <summary>The cosine.</summary>
                    [NativeFunction("cos"), SuppressGCTransition] public static partial double Cos(double x);
                    [NativeFunction("exp10", Optional = true)] internal static partial double Exp10(double @in);
                    [NativeFunction] public static partial Pair<int> swap(in Pair<int> pair, Span<byte> bytes, params int[] rest);
                    [NativeFunction, UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
                    [return: MarshalAs(UnmanagedType.Bool)]
                    private static partial bool check([MarshalAs(UnmanagedType.Bool)] bool flag, char letter, byte* text, delegate* unmanaged<int, void> call);
                }
            }

            public struct Pair<T> { public T First; public T Second; public Inner In; }
            public unsafe struct Inner { public fixed byte Name[8]; public DayOfWeek Day; }

            [NativeLibrary] public sealed partial record Instance : IDisposable
            {
                [NativeFunction("open")] public partial int Open(string path, out nint handle, Memory<byte> memory);
                [NativeFunction("close", SetLastError = true)] public partial void Dispose();
            }
        }
        """;

    private static readonly string[] s_intruders =
    [
        "{", "}", "(", ")", ";", "[", "]", "<", ">", "partial", "static", "ref", "abstract", "async", "class", "unsafe", "Missing", "null",
        "=", ",", "extern", "*", "?",
    ];

    [Fact]
    public void WithoutAnyOneToken_NothingThrows() =>
        Check(Tokens(first: 0).Select(token => Source.Remove(token.SpanStart, token.Span.Length)));

    [Fact]
    public void CutOffAfterAnyToken_NothingThrows() => Check(Tokens(first: 1).Select(token => Source[..token.Span.End]));

    [Fact]
    public void WithATokenTwice_NothingThrows() => Check(Tokens(first: 2).Select(token => Source.Insert(token.Span.End, " " + token.Text)));

    [Fact]
    public void WithAnotherTokenInItsPlace_NothingThrows() => Check(Tokens(first: 3).Select((token, index) =>
        Source.Remove(token.SpanStart, token.Span.Length).Insert(token.SpanStart, s_intruders[index % s_intruders.Length])));

    [Fact]
    public void WithSeveralTokensGone_NothingThrows()
    {
        // A fixed seed: a failure must come again.
        Random random = new(20_260);
        SyntaxToken[] tokens = [.. Tokens(first: 0)];
        Check(Enumerable.Range(0, 50).Select(_ => Enumerable.Range(0, 3)
            .Select(_ => tokens[random.Next(tokens.Length)]).Distinct().OrderByDescending(token => token.SpanStart)
            .Aggregate(Source, (text, token) => text.Remove(token.SpanStart, token.Span.Length))));
    }

    [Fact]
    public void TheSourceItself_HasNoDiagnostics() =>
        Assert.Empty(GeneratorRun.Of(Source).Output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));

    [Theory]
    [InlineData("struct S { S s; }")]
    [InlineData("struct S { T t; } struct T { S s; }")]
    [InlineData("struct S { G<int> g; } struct G<T> { G<G<T>> g; }")]
    [InlineData("struct S { Missing m; }")]
    [InlineData("struct S<T> { T t; }")]
    public void StructsWithoutEnd_GiveNoBodyAndNoDiagnostic(string declaration) => CheckOne($$"""
        [NativeLibrary("m")] static unsafe partial class Lib { [NativeFunction] internal static partial void f(S a, Span<S> b, S* c); }
        {{declaration}}
        """);

    [Theory]
    [InlineData("Missing")]
    [InlineData("Missing*")]
    [InlineData("Missing[]")]
    [InlineData("Span<Missing>")]
    [InlineData("Func<Missing>")]
    [InlineData("delegate* unmanaged<Missing, int>")]
    [InlineData("KeyValuePair<int, Missing>")]
    [InlineData("System.Missing.Type")]
    public async Task TypesThatAreNotFound_GiveTheCompilersErrorOnly(string type)
    {
        await Declarations(type, $"static unsafe partial void f({type} a);");
        await Declarations(type, $"public static unsafe partial {type} f(int a);");
    }

    [Theory]
    [InlineData(
        "[NativeLibrary(\"m\"), NativeLibrary(\"n\")] static partial class Lib { [NativeFunction] public static partial int f(); }")]
    [InlineData("[NativeLibrary(\"m\")] static partial class Lib { [NativeFunction, NativeFunction] public static partial int f(); }")]
    [InlineData(
        "[NativeLibrary(\"m\")] static partial class Lib { [NativeFunction] public static partial int f(); [NativeFunction] public static partial int f(); }"
    )]
    [InlineData(
        "[NativeLibrary(\"m\")] static partial class Lib { } [NativeLibrary(\"m\")] static partial class Lib { [NativeFunction] public static partial int f(); }"
    )]
    [InlineData(
        "[NativeLibrary(\"m\")] static class Lib { [NativeFunction] public static partial int f(); } [NativeLibrary(\"m\")] static class Lib { [NativeFunction] public static partial int f(); }"
    )]
    [InlineData(
        "[NativeLibrary] partial class Lib { [NativeFunction] public partial int f(); } [NativeLibrary] partial struct Lib { [NativeFunction] public partial int f(); }"
    )]
    [InlineData("[NativeLibrary(Missing)] static partial class Lib { [NativeFunction] public static partial int f(); }")]
    [InlineData("[NativeLibrary(1)] static partial class Lib { [NativeFunction] public static partial int f(); }")]
    [InlineData(
        "[NativeLibrary(\"m\", Linux = null, Windows = 3)] static partial class Lib { [NativeFunction(Missing)] public static partial int f(); }"
    )]
    [InlineData("[NativeLibrary(\"m\")] interface Lib { [NativeFunction] public static partial int f(); }")]
    [InlineData(
        "[NativeLibrary(\"m\")] static partial class Lib { [NativeFunction, UnmanagedCallConv(CallConvs = [null, typeof(Missing)])] public static partial int f(); }"
    )]
    public void DeclarationsThatCompilersRefuse_MakeNothingWorse(string source) => CheckOne(source);

    [Fact]
    public void LibrariesThatDifferInCaseOnly_EachHaveAFile()
    {
        var run = GeneratorRun.Of("""
            [NativeLibrary("gl")] static partial class GL { [NativeFunction] public static partial int f(); }
            [NativeLibrary("gl")] static partial class Gl { [NativeFunction] public static partial int g(); }
            """);

        Assert.Equal(
            ["GL.Ffi.g.cs", "Gl.2.Ffi.g.cs"],
            run.Result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal));
        Assert.Empty(run.Output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
    }

    private static async Task Declarations(string type, string declaration)
    {
        string source = $"[NativeLibrary(\"m\")] static partial class Lib {{ [NativeFunction] {declaration} }}";
        var diagnostics = await new AnalyzerHarness(new FunctionAnalyzer())
        {
            Generators = [new FunctionGenerator(), new CounterpartGenerator()],
        }.Analyze(source);
        Assert.All(diagnostics, diagnostic => Assert.Contains(diagnostic.Id, (string[])["CS0246", "CS0234", "CS8795", "CS0400"]));
        Assert.NotEmpty(diagnostics);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Location.SourceTree!.FilePath.EndsWith(".g.cs"));
        Assert.Contains("Missing", string.Join(' ', diagnostics.Select(diagnostic => diagnostic.GetMessage())));
    }

    private static void Check(IEnumerable<string> sources) => Parallel.ForEach(sources, CheckOne);

    private static void CheckOne(string source)
    {
        var run = GeneratorRun.Of(source);
        Assert.True(run.Result.Exception is null, $"{run.Result.Exception}\n\n{source}");

        // Analyzers' exceptions come through as exceptions here.
        _ = new AnalyzerHarness(new FunctionAnalyzer()) { Generators = [new FunctionGenerator(), new CounterpartGenerator()] }
            .Analyze(source)
            .GetAwaiter()
            .GetResult();

        Diagnostic[] unparsable = [.. run.Result.GeneratedSources.SelectMany(generated => generated.SyntaxTree.GetDiagnostics())];
        Assert.True(unparsable.Length == 0, $"{string.Join('\n', unparsable.AsEnumerable())}\n\n{source}\n\n{run.Text}");

        bool compiles = !run.Output.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
            && diagnostic.Id != "CS8795" && diagnostic.Location.SourceTree?.FilePath == TestCompilation.FileName);
        if (compiles)
        {
            Assert.True(run.GeneratedDiagnostics.IsEmpty, $"{string.Join('\n', run.GeneratedDiagnostics)}\n\n{source}\n\n{run.Text}");
        }
    }

    // Every fourth token, from another start in each test, so that together they meet all of them.
    private static IEnumerable<SyntaxToken> Tokens(int first) => CSharpSyntaxTree.ParseText(Source, TestCompilation.ParseOptions).GetRoot()
        .DescendantTokens().Where(token => token.Span.Length > 0).Where((_, index) => index % 4 == first);
}
