using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>What of a method runs when some of its parameters, and some members of its object, are known. A known one is a truth value, the
/// name of an enum's member, a number, or <see cref="Null"/>.</summary>
internal static class ReachedCode
{
    /// <summary>Null, zero, or <c>default</c>.</summary>
    public static readonly object Null = new();

    /// <summary>The nodes that run.</summary>
    public static IEnumerable<SyntaxNode> Of(SyntaxNode node, IReadOnlyDictionary<string, object> known)
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

            if (
                child is ReturnStatementSyntax or ThrowStatementSyntax
                || (child is IfStatementSyntax left && condition is { } outcome && Leaves(outcome ? left.Statement : left.Else?.Statement)))
            {
                yield break;
            }
        }
    }

    private static bool Leaves(StatementSyntax? statement) =>
        statement
            is ReturnStatementSyntax
                or ThrowStatementSyntax
                or BlockSyntax { Statements: [.., ReturnStatementSyntax or ThrowStatementSyntax] };

    /// <summary>What a condition gives; null if that isn't known.</summary>
    public static bool? Evaluate(ExpressionSyntax condition, IReadOnlyDictionary<string, object> known)
    {
        switch (condition)
        {
            case LiteralExpressionSyntax literal
                when literal.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression:
                return literal.IsKind(SyntaxKind.TrueLiteralExpression);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }:
                return ValueOf(condition, known) as bool?;
            case ParenthesizedExpressionSyntax inner:
                return Evaluate(inner.Expression, known);
            case PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression):
                return !Evaluate(not.Operand, known);
            case BinaryExpressionSyntax comparison when comparison.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression:
                bool? areEqual = AreEqual(ValueOf(comparison.Left, known), ValueOf(comparison.Right, known));
                return comparison.IsKind(SyntaxKind.EqualsExpression) ? areEqual : !areEqual;
            case BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression:
                bool deciding = binary.IsKind(SyntaxKind.LogicalOrExpression);
                bool? left = Evaluate(binary.Left, known);
                bool? right = Evaluate(binary.Right, known);
                return left == deciding || right == deciding ? deciding : left is null || right is null ? null : !deciding;
            default:
                return null;
        }
    }

    // Null beside a name: the name may be of a constant that is zero.
    private static bool? AreEqual(object? left, object? right) =>
        left is null || right is null ? null
        : left.GetType() == right.GetType() ? left.Equals(right)
        : left is string || right is string ? null
        : false;

    private static object? ValueOf(ExpressionSyntax expression, IReadOnlyDictionary<string, object> known) =>
        expression switch
        {
            IdentifierNameSyntax name => known.TryGetValue(name.Identifier.ValueText, out object? value) ? value : null,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: { } member } => known.TryGetValue(
                member,
                out object? value)
                ? value
                : null,
            // IntPtr.Zero, State.Ready.
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } constant } => constant == "Zero" ? Null : constant,
            LiteralExpressionSyntax { Token.Value: int and not 0 or bool } literal => literal.Token.Value,
            LiteralExpressionSyntax literal
                when literal.Kind()
                    is SyntaxKind.NullLiteralExpression
                        or SyntaxKind.DefaultLiteralExpression
                        or SyntaxKind.NumericLiteralExpression => Null,
            DefaultExpressionSyntax => Null,
            _ => null,
        };
}
