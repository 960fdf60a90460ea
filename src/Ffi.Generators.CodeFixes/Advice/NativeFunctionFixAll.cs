using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ffi.Generators.CodeFixes.Advice;

/// <summary>Converts all imports together, so that each type becomes a library once, however many files and frameworks it is compiled
/// in.</summary>
internal sealed class NativeFunctionFixAll : FixAllProvider
{
    public static readonly NativeFunctionFixAll Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext context) =>
        Task.FromResult<CodeAction?>(
            CodeAction.Create(
                NativeFunctionFix.Title,
                async cancellation =>
                    await ImportConversion
                        .Convert(context.Solution, await Find(context).ConfigureAwait(false), cancellation)
                        .ConfigureAwait(false),
                NativeFunctionFix.Title));

    private static async Task<IReadOnlyList<(Document, Diagnostic)>> Find(FixAllContext context)
    {
        IEnumerable<Document> documents = context.Scope switch
        {
            FixAllScope.Document => context.Document is { } document ? [document] : [],
            FixAllScope.Project => context.Project.Documents,
            _ => context
                .Solution.Projects.Where(static project => project.Language == LanguageNames.CSharp)
                .SelectMany(static project => project.Documents),
        };
        List<(Document, Diagnostic)> found = [];
        foreach (Document document in documents)
        {
            ImmutableArray<Diagnostic> diagnostics = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            found.AddRange(diagnostics.Select(diagnostic => (document, diagnostic)));
        }

        return found;
    }
}
