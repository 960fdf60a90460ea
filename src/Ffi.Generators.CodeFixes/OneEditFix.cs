using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes;

/// <summary>Base of all fixes: one edit for each diagnostic, offered only where there is one to make.</summary>
public abstract class OneEditFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (FindEdit(context.Document, root, diagnostic) is var (title, edit))
            {
                context.RegisterCodeFix(CodeAction.Create(title, edit, title), diagnostic);
            }
        }
    }

    /// <summary>What to offer, and the changed document, which may be another one; null if there is nothing to offer.</summary>
    private protected abstract (string Title, Func<CancellationToken, Task<Document>> Edit)? FindEdit(
        Document document,
        SyntaxNode root,
        Diagnostic diagnostic);

    /// <summary>The white space in front of a node's line.</summary>
    private protected static string IndentOf(SyntaxNode node)
    {
        string leading = node.GetLeadingTrivia().ToString();
        return leading.Substring(leading.LastIndexOf('\n') + 1);
    }

    /// <summary>The document with changes of its text.</summary>
    private protected static async Task<Document> Apply(
        Document document,
        IReadOnlyList<TextChange> changes,
        CancellationToken cancellation)
    {
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes));
    }

    /// <summary>A name for a new variable or field that nothing in the file has.</summary>
    private protected static string FreeName(SyntaxNode root, params string[] names)
    {
        var taken = new HashSet<string>(root.DescendantTokens().Select(token => token.ValueText));
        return names.FirstOrDefault(name => !taken.Contains(name))
            ?? Enumerable.Range(2, int.MaxValue - 2).Select(i => names[0] + i).First(name => !taken.Contains(name));
    }
}
