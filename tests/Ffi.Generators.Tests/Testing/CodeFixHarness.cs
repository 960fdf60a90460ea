using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests.Testing;

/// <summary>Applies a fix to the first diagnostic it takes in a snippet, again and again, and compares the text it leaves.</summary>
internal sealed class CodeFixHarness(DiagnosticAnalyzer analyzer, CodeFixProvider fix)
{
    public (string Path, string Text)[] AdditionalFiles { get; init; } = [];

    public static Task Verify<TAnalyzer, TFix>(string before, string after)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() =>
        new CodeFixHarness(new TAnalyzer(), new TFix()).Verify(before, after);

    /// <summary>Fails unless fixing every diagnostic in <paramref name="before"/> gives <paramref name="after"/>, which must
    /// compile.</summary>
    public async Task Verify(string before, string after)
    {
        string text = before;
        for (int round = 0; round < 20; round++)
        {
            if (await FixFirst(text) is not { } next)
            {
                break;
            }

            text = next;
        }

        Assert.Equal(after.ReplaceLineEndings("\n"), text.ReplaceLineEndings("\n"));
    }

    /// <summary>Fails if the provider offers anything for the snippet.</summary>
    public async Task VerifyNothingIsOffered(string source) => Assert.Null(await FixFirst(source));

    private async Task<string?> FixFirst(string text)
    {
        using var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject("Snippet", LanguageNames.CSharp)
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithCompilationOptions(TestCompilation.Options)
            .WithMetadataReferences(TestCompilation.References);
        Document usings = project.AddDocument("Usings.cs", TestCompilation.Create().SyntaxTrees.Single().ToString());
        Document document = usings.Project.AddDocument(TestCompilation.FileName, text);
        ImmutableArray<Diagnostic> diagnostics = await new AnalyzerHarness(analyzer) { AdditionalFiles = AdditionalFiles }.Analyze(text);
        foreach (Diagnostic diagnostic in diagnostics.Where(d => fix.FixableDiagnosticIds.Contains(d.Id)))
        {
            var actions = new List<CodeAction>();
            SyntaxTree tree = (await document.GetSyntaxTreeAsync())!;
            Diagnostic here = Diagnostic.Create(
                diagnostic.Descriptor, Location.Create(tree, diagnostic.Location.SourceSpan),
                diagnostic.AdditionalLocations.Select(l => Location.Create(tree, l.SourceSpan)), diagnostic.Properties);
            await fix.RegisterCodeFixesAsync(new(document, here, (action, _) => actions.Add(action), default));
            if (actions.Count > 0)
            {
                ImmutableArray<CodeActionOperation> operations = await actions[0].GetOperationsAsync(default);
                Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
                return (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString();
            }
        }

        return null;
    }
}
