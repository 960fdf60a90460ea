using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Liveness;

/// <summary>A fix that is one change of text, decided from the node that a diagnostic points to.</summary>
public abstract class StatementFix : OneEditFix
{
    private readonly string title;

    private protected StatementFix(string id, string title)
        : this([id], title)
    {
    }

    private protected StatementFix(ImmutableArray<string> ids, string title)
    {
        FixableDiagnosticIds = ids;
        this.title = title;
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; }

    private protected sealed override (string Title, Func<CancellationToken, Task<Document>> Edit)? FindEdit(
        Document document, SyntaxNode root, Diagnostic diagnostic)
    {
        SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return Change(root, node, diagnostic) is { } change ? (title, cancellation => Apply(document, change, cancellation)) : null;
    }

    /// <summary>The change, or null if the code is of a kind that has no one obvious edit.</summary>
    private protected abstract IReadOnlyList<TextChange>? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic);
}
