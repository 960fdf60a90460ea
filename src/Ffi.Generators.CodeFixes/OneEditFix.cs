using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ffi.Generators.CodeFixes;

/// <summary>Base of all fixes: one edit for each diagnostic, offered only where there is one to make.</summary>
public abstract class OneEditFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

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

    /// <summary>What to offer, and the changed document; null where there is nothing to offer.</summary>
    private protected abstract (string Title, Func<CancellationToken, Task<Document>> Edit)? FindEdit(Document document, SyntaxNode root, Diagnostic diagnostic);
}
