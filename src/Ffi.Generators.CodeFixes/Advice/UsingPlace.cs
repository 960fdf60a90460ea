using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.CodeFixes.Advice;

/// <summary>Where a using directive of our own goes: in the order of the names, and never inside of <c>#if</c>.</summary>
internal static class UsingPlace
{
    public static int Of(CompilationUnitSyntax root)
    {
        int depth = 0, behind = -1;
        foreach (UsingDirectiveSyntax directive in root.Usings)
        {
            depth += DepthOf(directive.GetLeadingTrivia());
            if (depth != 0)
            {
                continue;
            }

            if (IsBehindOurs(directive))
            {
                return directive.GetFirstToken().SpanStart;
            }

            behind = directive.FullSpan.End;
        }

        return behind >= 0 ? behind
            : root.Externs.Count > 0 ? root.Externs.Last().FullSpan.End
            : BeforeDirectives(root);
    }

    private static int DepthOf(SyntaxTriviaList trivia) =>
        trivia.Count(static t => t.IsKind(SyntaxKind.IfDirectiveTrivia))
        - trivia.Count(static t => t.IsKind(SyntaxKind.EndIfDirectiveTrivia));

    private static bool IsBehindOurs(UsingDirectiveSyntax directive)
    {
        string name = directive.Name?.ToString() ?? "";
        bool isPlain = directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None);
        bool isOfSystem = name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
        return directive.GlobalKeyword.IsKind(SyntaxKind.None) && (!isPlain || (!isOfSystem && string.CompareOrdinal(name, "Ffi") > 0));
    }

    // A comment on top of the file stays on top; one that documents the first declaration stays with it.
    private static int BeforeDirectives(CompilationUnitSyntax root)
    {
        SyntaxToken first = root.GetFirstToken(includeZeroWidth: true);
        foreach (SyntaxTrivia trivia in first.LeadingTrivia)
        {
            if (trivia.IsDirective || trivia.HasStructure)
            {
                return trivia.FullSpan.Start;
            }
        }

        return first.SpanStart;
    }
}
