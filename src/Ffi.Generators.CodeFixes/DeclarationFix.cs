using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.CodeFixes;

/// <summary>Base of the fixes that change one declaration, found around the diagnostic's place.</summary>
public abstract class DeclarationFix : OneEditFix
{
    private protected sealed override (string Title, Func<CancellationToken, Task<Document>> Edit)? FindEdit(
        Document document, SyntaxNode root, Diagnostic diagnostic)
    {
        MemberDeclarationSyntax? declaration = root.FindNode(diagnostic.Location.SourceSpan)
            .FirstAncestorOrSelf<MemberDeclarationSyntax>(IsTarget);
        return declaration is not null && Change(declaration, diagnostic.Id) is var (title, changed) && !changed.IsEquivalentTo(declaration)
            ? (title, _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(declaration, changed))))
            : null;
    }

    /// <summary>Whether this is the kind of declaration that is changed.</summary>
    private protected abstract bool IsTarget(MemberDeclarationSyntax declaration);

    /// <summary>What to offer, and the changed declaration; null if there is nothing to offer.</summary>
    private protected abstract (string Title, MemberDeclarationSyntax Changed)? Change(
        MemberDeclarationSyntax declaration,
        string diagnostic);
}
