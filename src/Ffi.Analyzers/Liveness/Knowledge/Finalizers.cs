using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>What a type's finalizer frees, read from its text: the destructor, what it calls of the same type, and of <c>Dispose(bool)</c> only
/// what runs when the argument is false. A handle that only <c>Dispose()</c> frees outlives its object.</summary>
internal static class Finalizers
{
    private const int Depth = 3;

    private static readonly string[] s_freeingWords =
    [
        "close", "free", "release", "destroy", "delete", "dispose", "unref", "decref", "drop", "term", "finish", "finalize", "shutdown", "clean", "deinit", "uninit", "unmap", "dealloc",
    ];

    private static readonly string[] s_tellingWords = ["write", "print", "log", "trace", "assert", "debug", "ondispos", "onclos", "onfree", "onreleas", "ondestroy"];

    // The free is posted to the thread that uses the handle, which does it between two of its calls.
    private static readonly string[] s_deferringWords = ["threadsafe", "thread_safe", "defer", "queue", "post", "schedule", "dispatch", "later", "mainthread", "main_thread", "mainloop", "main_loop", "onidle"];

    /// <summary>The calls by which the finalizer frees what the field or property holds; none where it doesn't.</summary>
    public static ImmutableArray<SyntaxNode> FreeingCalls(ISymbol member)
    {
        var calls = ImmutableArray.CreateBuilder<SyntaxNode>();
        for (INamedTypeSymbol? type = member.ContainingType; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            foreach (IMethodSymbol destructor in type.GetMembers("Finalize").OfType<IMethodSymbol>().Where(m => m.MethodKind == MethodKind.Destructor))
            {
                if (destructor.DeclaringSyntaxReferences.IsEmpty)
                {
                    // The framework's own types with a finalizer dispose with false.
                    Follow(member, "Dispose", [false], 0, calls);
                }
                else
                {
                    Collect(member, destructor, [], 0, calls);
                }
            }
        }

        return calls.Any(IsDeferring) ? [] : calls.ToImmutable();
    }

    // Of the call itself, or of one that is given it as a lambda.
    private static bool IsDeferring(SyntaxNode node) =>
        node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().Any(call => MethodSummaries.NameOf(call.Expression) is { } name && Has(name, s_deferringWords));

    /// <summary>Whether one of the calls may run while the code at a place does: not where something keeps the object, or a lock that both hold.</summary>
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
    private static IEnumerable<string> LocksAround(SyntaxNode node) => node.Ancestors().OfType<LockStatementSyntax>().Select(l => l.Expression.ToString());

    // GCHandle.Alloc(this): what native code is to call back is no garbage.
    private static bool RootsItself(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax().DescendantNodes()).OfType<InvocationExpressionSyntax>().Any(call =>
            call is { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "GCHandle" }, Name.Identifier.ValueText: "Alloc" }, ArgumentList.Arguments: [{ Expression: ThisExpressionSyntax }] });

    private static void Follow(ISymbol member, string name, ImmutableArray<bool?> arguments, int depth, ImmutableArray<SyntaxNode>.Builder calls)
    {
        for (INamedTypeSymbol? type = member.ContainingType; type is not null && depth <= Depth; type = type.BaseType)
        {
            foreach (IMethodSymbol method in type.GetMembers(name).OfType<IMethodSymbol>().Where(m => m.Parameters.Length == arguments.Length))
            {
                Collect(member, method, arguments, depth, calls);
            }
        }
    }

    private static void Collect(ISymbol member, IMethodSymbol method, ImmutableArray<bool?> arguments, int depth, ImmutableArray<SyntaxNode>.Builder calls)
    {
        if (MethodSummaries.BodyOf(method) is not { } body)
        {
            return;
        }

        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is { } value)
            {
                known[method.Parameters[i].Name] = value;
            }
        }

        foreach (InvocationExpressionSyntax call in Reached(body, known).OfType<InvocationExpressionSyntax>())
        {
            if (Frees(call, member, body))
            {
                calls.Add(call);
            }
            else if (NameOfOwn(call.Expression) is { } name && (name != method.Name || arguments.Length != call.ArgumentList.Arguments.Count))
            {
                Follow(member, name, [.. call.ArgumentList.Arguments.Select(a => Evaluate(a.Expression, known))], depth + 1, calls);
            }
        }
    }

    // The nodes that run when the named parameters have the known values.
    private static IEnumerable<SyntaxNode> Reached(SyntaxNode node, Dictionary<string, bool> known)
    {
        yield return node;
        foreach (SyntaxNode child in node.ChildNodes())
        {
            bool? condition = child is IfStatementSyntax { Condition: { } asked } ? Evaluate(asked, known) : null;
            IEnumerable<SyntaxNode> reached = (child, condition) switch
            {
                (IfStatementSyntax branch, true) => Reached(branch.Statement, known),
                (IfStatementSyntax branch, false) => branch.Else is { } other ? Reached(other, known) : [],
                _ => Reached(child, known),
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

    private static bool? Evaluate(ExpressionSyntax condition, Dictionary<string, bool> known)
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

    // destroy(handle); a statement that does something with the handle alone; any call that gets it where it is zeroed too. What stands before it is what it is freed from.
    private static bool Frees(InvocationExpressionSyntax call, ISymbol member, SyntaxNode body)
    {
        ExpressionSyntax? freed = call.ArgumentList.Arguments.Select(a => Bare(a.Expression)).LastOrDefault(e => IsField(e, member.ContainingType) || Holds(e, member, body));
        return freed is not null && Holds(freed, member, body) && (IsFreeing(call) || IsAllItDoes(call) || (IsZeroed(member, body) && !Has(MethodSummaries.NameOf(call.Expression) ?? "", s_tellingWords)));
    }

    private static bool IsFreeing(InvocationExpressionSyntax call) =>
        MethodSummaries.NameOf(call.Expression) is { } name && Has(name, s_freeingWords) && !Has(name, s_tellingWords);

    private static bool Has(string name, string[] words) => words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsAllItDoes(InvocationExpressionSyntax call) =>
        call is { Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax, ArgumentList.Arguments.Count: 1 }
        && MethodSummaries.NameOf(call.Expression) is { } name && !Has(name, s_tellingWords);

    private static bool IsField(ExpressionSyntax expression, ITypeSymbol type) =>
        NameOfOwn(expression) is { } name && type.GetMembers(name).Any(m => m is IFieldSymbol { IsConst: false } or IPropertySymbol);

    // The member, or a local that it was copied to, as Interlocked.Exchange does.
    private static bool Holds(ExpressionSyntax expression, ISymbol member, SyntaxNode body) =>
        NameOfOwn(expression) is { } name && (name == member.Name || (expression is IdentifierNameSyntax && body.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(
            local => local.Identifier.ValueText == name && local.Initializer?.DescendantTokens().Any(t => t.ValueText == member.Name) == true)));

    private static bool IsZeroed(ISymbol member, SyntaxNode body) =>
        body.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(a => NameOfOwn(a.Left) == member.Name && a.Right.ToString() is "0" or "null" or "default" or "IntPtr.Zero" or "nint.Zero");

    private static string? NameOfOwn(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax } ? MethodSummaries.NameOf(expression) : null;

    private static ExpressionSyntax Bare(ExpressionSyntax expression) =>
        expression switch
        {
            CastExpressionSyntax cast => Bare(cast.Expression),
            ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ } only] } => Bare(only.Expression),
            _ => expression,
        };
}
