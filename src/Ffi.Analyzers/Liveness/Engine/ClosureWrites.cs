using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Engine;

/// <summary>The variables that lambdas and local functions write. When they do is unknown, so nothing is known of them.</summary>
internal static class ClosureWrites
{
    public static IEnumerable<string> In(SyntaxNode root) =>
        root.DescendantNodes()
            .Where(n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax && n != root)
            .SelectMany(closure => closure.DescendantNodes())
            .SelectMany(Written);

    private static IEnumerable<string> Written(SyntaxNode node)
    {
        ExpressionSyntax? target = node switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left,
            PrefixUnaryExpressionSyntax prefix when prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression => prefix.Operand,
            PostfixUnaryExpressionSyntax postfix => postfix.Operand,
            ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None) => argument.Expression,
            // A method of a struct may write it: handle.Free() in a lambda.
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Free" or "Dispose" } member } => member.Expression,
            _ => null,
        };
        while (target is MemberAccessExpressionSyntax access)
        {
            target = access.Expression;
        }

        return target is IdentifierNameSyntax name ? [name.Identifier.ValueText] : [];
    }
}
