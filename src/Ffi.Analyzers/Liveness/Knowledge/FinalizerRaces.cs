using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>When a finalizer may run beside other code of its type.</summary>
internal static class FinalizerRaces
{
    /// <summary>Whether one of the calls may run while the code at a place does: not where something keeps the object, or a lock that both
    /// hold.</summary>
    public static bool MayRunDuring(SyntaxNode use, INamedTypeSymbol type, ImmutableArray<SyntaxNode> freeingCalls)
    {
        if (freeingCalls.IsEmpty || IsSingleton(type) || RootsItself(type))
        {
            return false;
        }

        string[] locks = [.. LocksAround(use)];
        return !locks.Contains("this") && !(locks.Length > 0 && freeingCalls.All(call => LocksAround(call).Any(locks.Contains)));
    }

    // Nobody but the type makes one, and it keeps it in a static.
    private static bool IsSingleton(INamedTypeSymbol type) =>
        type.InstanceConstructors.All(c => c.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected)
        && type.GetMembers().OfType<IFieldSymbol>().Any(f => f.IsStatic && SymbolEqualityComparer.Default.Equals(f.Type, type));

    // A finalizer that frees under the lock that the use holds waits for it.
    private static IEnumerable<string> LocksAround(SyntaxNode node) =>
        node.Ancestors().OfType<LockStatementSyntax>().Select(l => l.Expression.ToString());

    // GCHandle.Alloc(this): what native code is to call back is no garbage.
    private static bool RootsItself(INamedTypeSymbol type) =>
        type
            .DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax().DescendantNodes())
            .OfType<InvocationExpressionSyntax>()
            .Any(call =>
                call
                    is {
                        Expression: MemberAccessExpressionSyntax
                        {
                            Expression: IdentifierNameSyntax { Identifier.ValueText: "GCHandle" },
                            Name.Identifier.ValueText: "Alloc"
                        },
                        ArgumentList.Arguments: [{ Expression: ThisExpressionSyntax }]
                    });
}
