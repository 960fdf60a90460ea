using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Knowledge;

// Parameters that a method only reads through.
internal sealed partial class MethodSummaries
{
    private readonly ConcurrentDictionary<IParameterSymbol, bool> readers = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the text of a method shows that it only reads through a parameter: dereferences it, compares it, or hands it to a
    /// framework reader.</summary>
    public bool OnlyReads(IMethodSymbol method, IParameterSymbol? parameter) =>
        parameter is not null
        && !method.IsVirtual
        && !method.IsAbstract
        && !method.IsOverride
        && readers.GetOrAdd(parameter.OriginalDefinition, OnlyReads);

    private static bool OnlyReads(IParameterSymbol parameter) =>
        parameter is { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol method } && BodyOf(method) is { } body
        && !IsForAnotherConstructor(parameter, body)
        && body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == parameter.Name).All(IsRead);

    // `: base(handle)` may keep what it is given.
    private static bool IsForAnotherConstructor(IParameterSymbol parameter, SyntaxNode body) =>
        body.Parent is ConstructorDeclarationSyntax { Initializer: { } initializer }
        && initializer.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == parameter.Name);

    private static bool IsRead(IdentifierNameSyntax name)
    {
        SyntaxNode? at = name.Parent;
        while (at is CastExpressionSyntax or ParenthesizedExpressionSyntax)
        {
            at = at.Parent;
        }

        return at switch
        {
            PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PointerIndirectionExpression),
            ElementAccessExpressionSyntax => true,
            BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression,
            ArgumentSyntax
            {
                Parent: ArgumentListSyntax
                {
                    Parent: InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax
                        {
                            Expression: IdentifierNameSyntax { Identifier.ValueText: "Marshal" }
                        } call
                    }
                } list
            } argument => call.Name.Identifier.ValueText.StartsWith("PtrTo", StringComparison.Ordinal)
                || call.Name.Identifier.ValueText.StartsWith("Read", StringComparison.Ordinal)
                || (call.Name.Identifier.ValueText.StartsWith("Write", StringComparison.Ordinal) && list.Arguments[0] == argument)
                || call.Name.Identifier.ValueText is "Copy",
            _ => false,
        };
    }
}
