using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ffi.Generators.Tests.Interception;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests.Documentation;

/// <summary>Compiles a block of C# with every generator and analyzer of the package, as in a project that references it.</summary>
internal static partial class CSharpBlock
{
    // An example may declare what it doesn't use.
    private static readonly HashSet<string> s_unimportant =
    [
        "CS0067", "CS0168", "CS0169", "CS0219", "CS0414", "CS0649", "CS1701", "CS8321",
    ];

    private static readonly DiagnosticAnalyzer[] s_analyzers = [.. Extensions.MakeAnalyzers()];

    private static readonly ISourceGenerator[] s_generators =
    [
        .. Extensions.MakeGenerators().Select(generator => generator.AsSourceGenerator()),
    ];

    // What ImplicitUsings adds to a console program.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The ids that the block is to show: those written behind its language, and on a diagnostic's page the diagnostic
    /// itself.</summary>
    public static string[] ExpectedIds(CodeBlock block)
    {
        string[] written = [.. DiagnosticId().Matches(block.Info).Select(match => match.Value)];
        // What checked mode finds, it finds while the program runs.
        bool isBadExample =
            block.Section == "Bad"
            && block.File.StartsWith("docs/diagnostics/", StringComparison.Ordinal)
            && !block.File.StartsWith("docs/diagnostics/FFI9", StringComparison.Ordinal);
        return isBadExample ? [.. written, Path.GetFileNameWithoutExtension(block.File)] : written;
    }

    /// <summary>The lines that say in a comment what is reported for them: <c>// FFI1001: why</c>.</summary>
    public static IEnumerable<(string Id, string Line)> RemarkedLines(CodeBlock block) =>
        block.Text.Split('\n').Where(line => Remark().IsMatch(line)).Select(line => (Remark().Match(line).Groups[1].Value, line.Trim()));

    /// <summary>The line that a diagnostic points to.</summary>
    public static string LineOf(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree
        ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()
        : "";

    /// <summary>Errors and warnings, those in generated files included, and of milder ones those that are expected.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Diagnose(CodeBlock block)
    {
        string[] expected = ExpectedIds(block);
        ImmutableArray<Diagnostic> diagnostics = await Analyze(Generate(block), block.Lifetimes, block.Header);

        // The compiler refuses some of these declarations too; BuildErrorTests says which.
        bool hasUnwritten = expected.Any(id => id.StartsWith("FFI0", StringComparison.Ordinal));
        return
        [
            .. diagnostics
                .Where(d => d.Severity >= DiagnosticSeverity.Warning || expected.Contains(d.Id))
                .Where(d => !s_unimportant.Contains(d.Id) && !(hasUnwritten && d.Id.StartsWith("CS", StringComparison.Ordinal)))
        ];
    }

    /// <summary>The compilation of the block, with what the generators add to it.</summary>
    public static Compilation Generate(CodeBlock block)
    {
        CSharpGeneratorDriver.Create(s_generators, parseOptions: CallSites.Intercepting)
            .RunGeneratorsAndUpdateCompilation(Compile(block), out Compilation compilation, out _);
        return compilation;
    }

    /// <summary>What the compiler and all analyzers say.</summary>
    /// <param name="compilation">What <see cref="Generate"/> made.</param>
    /// <param name="lifetimes">A lifetimes file of the project, if it has one.</param>
    /// <param name="header">A digest of a header, if it has one.</param>
    public static Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation, string? lifetimes = null, string? header = null) =>
        compilation
            .WithAnalyzers(
                [.. s_analyzers],
                new AnalyzerOptions([
                    .. lifetimes is null ? Array.Empty<AdditionalText>() : [new TextFile("native.ffi-lifetimes", lifetimes)],
                    .. header is null ? Array.Empty<AdditionalText>() : [new TextFile("acme.ffi-header", header)],
                ]))
            .GetAllDiagnosticsAsync();

    /// <summary>The block by itself.</summary>
    public static CSharpCompilation Compile(CodeBlock block)
    {
        (string text, string? beside) = block.Whole;
        SyntaxTree tree = Parse(text, TestCompilation.FileName);
        var root = (CompilationUnitSyntax)tree.GetRoot();
        CSharpCompilation compilation = TestCompilation.Create();

        // A block with usings of its own is a whole file, and must do with what a fresh project has.
        string usings =
            ExpectedIds(block).Contains("FFI0037") ? ""
            : root.Usings.Count > 0 ? ImplicitUsings
            : compilation.SyntaxTrees.Single().ToString();
        bool isProgram = root.Members.Any(SyntaxKind.GlobalStatement);
        return compilation
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees([tree, Parse(usings, "Usings.cs"), .. beside is null ? [] : new[] { Parse(beside, "Beside.cs") }])
            .WithOptions(TestCompilation.Options
                .WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
                .WithAllowUnsafe(!ExpectedIds(block).Contains("FFI0006")));
    }

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(text, CallSites.Intercepting, path, System.Text.Encoding.UTF8);

    [GeneratedRegex(@"// (FFI\d{4})\b")]
    private static partial Regex Remark();

    [GeneratedRegex(@"\b(?:FFI|CS)\d{4}\b")]
    private static partial Regex DiagnosticId();
}
