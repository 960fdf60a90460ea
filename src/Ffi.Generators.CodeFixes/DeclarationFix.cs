using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.CodeFixes;

/// <summary>Base of the fixes that change one declaration, found around the diagnostic's place.</summary>
public abstract class DeclarationFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            MemberDeclarationSyntax? declaration = root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>(IsTarget);
            if (declaration is null || Change(declaration, diagnostic.Id) is not var (title, changed) || changed.IsEquivalentTo(declaration))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root!.ReplaceNode(declaration, changed))), title),
                diagnostic);
        }
    }

    /// <summary>Whether this is the kind of declaration that is changed.</summary>
    private protected abstract bool IsTarget(MemberDeclarationSyntax declaration);

    /// <summary>What to offer, and the changed declaration; null where there is nothing to offer.</summary>
    private protected abstract (string Title, MemberDeclarationSyntax Changed)? Change(MemberDeclarationSyntax declaration, string diagnostic);
}
