using System.Collections.Immutable;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.Tests.Testing;

/// <summary>Fixes all diagnostics of a solution together, as <c>dotnet format</c> does, and compiles what is left, the generator's files
/// included.</summary>
internal sealed class FixAllHarness(DiagnosticAnalyzer analyzer, CodeFixProvider fix)
{
    /// <summary>The symbols of each framework that the files are compiled for; a project each, with the same files.</summary>
    public string[][] Frameworks { get; init; } = [[]];

    /// <summary>How much of the solution is fixed, from its first file on.</summary>
    public FixAllScope Scope { get; init; } = FixAllScope.Solution;

    /// <summary>What the compiler may say of the result.</summary>
    public string[] Expected { get; init; } = [];

    /// <summary>Fails unless the fix makes <paramref name="after"/> of <paramref name="before"/>, and that compiles without a
    /// warning.</summary>
    public async Task VerifyFiles(string[] before, string[] after)
    {
        string[] fixedFiles = await Fix(before);
        Assert.Equal(string.Join("\n=====\n", after), string.Join("\n=====\n", fixedFiles));
    }

    /// <summary>The files as the fix leaves them.</summary>
    public async Task<string[]> Fix(params string[] sources)
    {
        using var workspace = new AdhocWorkspace();
        Solution solution = workspace.CurrentSolution;
        foreach (string[] symbols in Frameworks)
        {
            var project = ProjectId.CreateNewId();
            solution = solution.AddProject(
                ProjectInfo.Create(
                    project, VersionStamp.Default, "Snippet", "Snippet", LanguageNames.CSharp,
                    compilationOptions: TestCompilation.Options,
                    parseOptions: TestCompilation.ParseOptions.WithPreprocessorSymbols(symbols),
                    metadataReferences: TestCompilation.References));
            solution = solution.AddDocument(
                DocumentId.CreateNewId(project),
                "Usings.cs",
                TestCompilation.Create().SyntaxTrees.Single().ToString().Replace("global using Ffi;", ""),
                filePath: "Usings.cs");
            for (int i = 0; i < sources.Length; i++)
            {
                solution = solution.AddDocument(
                    DocumentId.CreateNewId(project),
                    $"File{i}.cs",
                    SourceText.From(sources[i]),
                    filePath: $"File{i}.cs");
            }
        }

        Document first = solution.Projects.First().Documents.Single(static document => document.Name == "File0.cs");
        var context = new FixAllContext(
            first, fix, Scope, "Convert to a native function", fix.FixableDiagnosticIds, new Analyzed(analyzer), CancellationToken.None);
        CodeAction action = (await fix.GetFixAllProvider()!.GetFixAsync(context))!;
        Solution changed = (await action.GetOperationsAsync(CancellationToken.None))
            .OfType<ApplyChangesOperation>()
            .Single()
            .ChangedSolution;
        foreach (Project project in changed.Projects)
        {
            await CompilesClean(project);
        }

        string[][] texts = await Task.WhenAll(
            changed.Projects.Select(static project =>
                Task.WhenAll(
                    project
                        .Documents.Where(static document => document.Name != "Usings.cs")
                        .OrderBy(static document => document.Name, StringComparer.Ordinal)
                        .Select(static async document => (await document.GetTextAsync()).ToString()))));
        Assert.All(texts, text => Assert.Equal(texts[0], text));
        return texts[0];
    }

    private async Task CompilesClean(Project project)
    {
        GeneratorRun run = new GeneratorRun().Update((await project.GetCompilationAsync())!);
        ImmutableArray<Diagnostic> declarations = await run.Output.WithAnalyzers([new FunctionAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        string[] said =
        [
            .. run
                .Output.GetDiagnostics()
                .Concat(declarations)
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !Expected.Contains(diagnostic.Id))
                .Select(static diagnostic => diagnostic.ToString()),
        ];
        Assert.Empty(said);
    }

    private sealed class Analyzed(DiagnosticAnalyzer analyzer) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellation) =>
            await (await project.GetCompilationAsync(cancellation))!.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync(cancellation);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellation)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellation);
            return (await GetAllDiagnosticsAsync(document.Project, cancellation)).Where(diagnostic =>
                diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellation) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
