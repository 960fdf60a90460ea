using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.CodeFixes;

/// <summary>Adds and removes modifiers, and leaves the white space and comments around them as they are.</summary>
internal static class ModifierList
{
    /// <summary>Adds <c>partial</c>, which stands last.</summary>
    public static MemberDeclarationSyntax WithPartial(this MemberDeclarationSyntax declaration) =>
        declaration.With(SyntaxKind.PartialKeyword, declaration.Modifiers.Count);

    /// <summary>Adds <c>static</c>, which comes before <c>partial</c>.</summary>
    public static MemberDeclarationSyntax WithStatic(this MemberDeclarationSyntax declaration)
    {
        int partial = declaration.Modifiers.IndexOf(SyntaxKind.PartialKeyword);
        return declaration.With(SyntaxKind.StaticKeyword, partial < 0 ? declaration.Modifiers.Count : partial);
    }

    /// <summary>Says <c>private</c> if nothing is specified: a partial method that returns something must say how accessible it is
    /// (CS8796).</summary>
    public static MemberDeclarationSyntax WithAccessibility(this MemberDeclarationSyntax declaration) =>
        declaration.Modifiers.Any(static token => SyntaxFacts.IsAccessibilityModifier(token.Kind()))
            ? declaration
            : declaration.With(SyntaxKind.PrivateKeyword, 0);

    /// <summary>Removes a modifier, if it is there.</summary>
    public static MemberDeclarationSyntax Without(this MemberDeclarationSyntax declaration, SyntaxKind modifier)
    {
        int index = declaration.Modifiers.IndexOf(modifier);
        return index < 0
            ? declaration
            : declaration.WithModifiers(declaration.Modifiers.RemoveAt(index)).WithLeadingTrivia(declaration.GetLeadingTrivia());
    }

    private static MemberDeclarationSyntax With(this MemberDeclarationSyntax declaration, SyntaxKind modifier, int index)
    {
        if (declaration.Modifiers.Any(modifier))
        {
            return declaration;
        }

        // What comes before the token that the modifier is put before, comments above all, goes to the modifier.
        SyntaxToken next = index < declaration.Modifiers.Count ? declaration.Modifiers[index] : FirstBehindModifiers(declaration);
        SyntaxToken token = SyntaxFactory.Token(next.LeadingTrivia, modifier, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        MemberDeclarationSyntax bare = declaration.ReplaceToken(next, next.WithLeadingTrivia());
        return bare.WithModifiers(bare.Modifiers.Insert(index, token));
    }

    private static SyntaxToken FirstBehindModifiers(MemberDeclarationSyntax declaration) =>
        declaration.Modifiers.Count > 0 ? declaration.Modifiers.Last().GetNextToken()
        : declaration.AttributeLists.Count > 0 ? declaration.AttributeLists.Last().GetLastToken().GetNextToken()
        : declaration.GetFirstToken();
}
