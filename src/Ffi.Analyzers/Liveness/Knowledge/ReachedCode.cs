using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>What of a method runs when some of its parameters are known.</summary>
internal static class ReachedCode
{
    /// <summary>The nodes that run.</summary>
    public static IEnumerable<SyntaxNode> Of(SyntaxNode node, Dictionary<string, bool> known)
    {
        yield return node;
        foreach (SyntaxNode child in node.ChildNodes())
        {
            bool? condition = child is IfStatementSyntax { Condition: { } asked } ? Evaluate(asked, known) : null;
            IEnumerable<SyntaxNode> reached = (child, condition) switch
            {
                (IfStatementSyntax branch, true) => Of(branch.Statement, known),
                (IfStatementSyntax branch, false) => branch.Else is { } other ? Of(other, known) : [],
                _ => Of(child, known),
            };
            foreach (SyntaxNode inner in reached)
            {
                yield return inner;
            }

            if (child is ReturnStatementSyntax || (child is IfStatementSyntax left && condition is { } outcome && Leaves(outcome ? left.Statement : left.Else?.Statement)))
            {
                yield break;
            }
        }
    }

    private static bool Leaves(StatementSyntax? statement) =>
        statement is ReturnStatementSyntax or ThrowStatementSyntax or BlockSyntax { Statements: [.., ReturnStatementSyntax or ThrowStatementSyntax] };

    /// <summary>What a condition gives; null where that isn't known.</summary>
    public static bool? Evaluate(ExpressionSyntax condition, Dictionary<string, bool> known)
    {
        switch (condition)
        {
            case LiteralExpressionSyntax literal when literal.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression:
                return literal.IsKind(SyntaxKind.TrueLiteralExpression);
            case IdentifierNameSyntax name:
                return known.TryGetValue(name.Identifier.ValueText, out bool value) ? value : null;
            case ParenthesizedExpressionSyntax inner:
                return Evaluate(inner.Expression, known);
            case PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression):
                return !Evaluate(not.Operand, known);
            case BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression:
                bool deciding = binary.IsKind(SyntaxKind.LogicalOrExpression);
                bool? left = Evaluate(binary.Left, known);
                bool? right = Evaluate(binary.Right, known);
                return left == deciding || right == deciding ? deciding : left is null || right is null ? null : !deciding;
            default:
                return null;
        }
    }
}
