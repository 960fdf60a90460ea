using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Doubts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>The calls by which a finalizer frees a handle, and why they may not.</summary>
internal sealed record FinalizerFrees(ImmutableArray<SyntaxNode> Calls, ImmutableArray<Doubt> Doubts);

/// <summary>What a type's finalizer frees, read from its text: the destructor, what it calls of the same type, and of <c>Dispose(bool)</c>
/// only what runs when the argument is false. A handle that only <c>Dispose()</c> frees outlives its object.</summary>
internal static class Finalizers
{
    private const int Depth = 3;

    private static readonly ImmutableDictionary<string, object> s_nothing = ImmutableDictionary.Create<string, object>(
        StringComparer.Ordinal);

    /// <summary>The calls by which the finalizer frees what the field or property holds; none where it doesn't.</summary>
    public static FinalizerFrees FreesOf(ISymbol member)
    {
        ImmutableArray<SyntaxNode>.Builder calls = CallsOf(member, s_nothing);
        ImmutableArray<Doubt> deferred = calls.Any(IsDeferring) ? [DoubtList.FinalizerDefers] : [];
        SyntaxNode[] certain = [.. calls.Where(call => DoubtsOf((InvocationExpressionSyntax)call, member).IsEmpty)];
        return certain.Length > 0
            ? new([.. certain], deferred)
            : new(
                calls.ToImmutable(),
                [.. deferred, .. calls.SelectMany(call => DoubtsOf((InvocationExpressionSyntax)call, member)).Distinct()]);
    }

    /// <summary>Whether the finalizer frees it where some members of the object have known values.</summary>
    public static bool FreesWhen(ISymbol member, ImmutableDictionary<string, object> known) => CallsOf(member, known).Count > 0;

    private static ImmutableArray<SyntaxNode>.Builder CallsOf(ISymbol member, ImmutableDictionary<string, object> known)
    {
        var calls = ImmutableArray.CreateBuilder<SyntaxNode>();
        for (INamedTypeSymbol? type = member.ContainingType; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            foreach (
                IMethodSymbol destructor in type.GetMembers("Finalize")
                    .OfType<IMethodSymbol>()
                    .Where(m => m.MethodKind == MethodKind.Destructor))
            {
                if (destructor.DeclaringSyntaxReferences.IsEmpty)
                {
                    // The framework's own types with a finalizer dispose with false.
                    Follow(member, "Dispose", [false], known, 0, calls);
                }
                else
                {
                    Collect(member, destructor, [], known, 0, calls);
                }
            }
        }

        return calls;
    }

    // Of the call itself, or of one that is given it as a lambda.
    private static bool IsDeferring(SyntaxNode node) =>
        node.AncestorsAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .Any(call => MethodSummaries.NameOf(call.Expression) is { } name && DoubtList.FinalizerDefers.Speaks(name));

    // A statement that does something with the handle alone frees it, and so does a call that gets it where it is zeroed too.
    private static ImmutableArray<Doubt> DoubtsOf(InvocationExpressionSyntax call, ISymbol member)
    {
        string name = MethodSummaries.NameOf(call.Expression) ?? "";
        bool isFreed = DoubtList.OnlyLooks.IsExcused(name) || IsAllItDoes(call)
            || call.Ancestors().FirstOrDefault(static a => a is MemberDeclarationSyntax) is { } method && IsZeroed(member, method);
        return
        [
            .. isFreed ? [] : new[] { DoubtList.OnlyLooks },
            .. DoubtList.FinalizerTells.Speaks(name) ? new[] { DoubtList.FinalizerTells } : [],
        ];
    }

    private static void Follow(
        ISymbol member,
        string name,
        ImmutableArray<bool?> arguments,
        ImmutableDictionary<string, object> fields,
        int depth,
        ImmutableArray<SyntaxNode>.Builder calls)
    {
        for (INamedTypeSymbol? type = member.ContainingType; type is not null && depth <= Depth; type = type.BaseType)
        {
            foreach (
                IMethodSymbol method in type.GetMembers(name).OfType<IMethodSymbol>().Where(m => m.Parameters.Length == arguments.Length))
            {
                Collect(member, method, arguments, fields, depth, calls);
            }
        }
    }

    private static void Collect(
        ISymbol member,
        IMethodSymbol method,
        ImmutableArray<bool?> arguments,
        ImmutableDictionary<string, object> fields,
        int depth,
        ImmutableArray<SyntaxNode>.Builder calls)
    {
        if (MethodSummaries.BodyOf(method) is not { } body)
        {
            return;
        }

        ImmutableDictionary<string, object> known = fields;
        for (int i = 0; i < arguments.Length; i++)
        {
            string parameter = method.Parameters[i].Name;
            known = arguments[i] is { } value ? known.SetItem(parameter, value) : known.Remove(parameter);
        }

        foreach (InvocationExpressionSyntax call in ReachedCode.Of(body, known).OfType<InvocationExpressionSyntax>())
        {
            if (Frees(call, member, body))
            {
                calls.Add(call);
            }
            else if (
                NameOfOwn(call.Expression) is { } name
                && (name != method.Name || arguments.Length != call.ArgumentList.Arguments.Count))
            {
                Follow(
                    member,
                    name,
                    [.. call.ArgumentList.Arguments.Select(a => ReachedCode.Evaluate(a.Expression, known))],
                    fields,
                    depth + 1,
                    calls);
            }
        }
    }

    // What comes before it in the arguments is what it is freed from.
    private static bool Frees(InvocationExpressionSyntax call, ISymbol member, SyntaxNode body)
    {
        ExpressionSyntax? freed = call
            .ArgumentList.Arguments.Select(a => Bare(a.Expression))
            .LastOrDefault(e => IsField(e, member.ContainingType) || Holds(e, member, body));
        return freed is not null && Holds(freed, member, body);
    }

    private static bool IsAllItDoes(InvocationExpressionSyntax call) =>
        call is { Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax, ArgumentList.Arguments.Count: 1 };

    private static bool IsField(ExpressionSyntax expression, ITypeSymbol type) =>
        NameOfOwn(expression) is { } name && type.GetMembers(name).Any(m => m is IFieldSymbol { IsConst: false } or IPropertySymbol);

    // The member, or a local that it was copied to, as Interlocked.Exchange does.
    private static bool Holds(ExpressionSyntax expression, ISymbol member, SyntaxNode body) =>
        NameOfOwn(expression) is { } name
        && (
            name == member.Name
            || (
                expression is IdentifierNameSyntax
                && body.DescendantNodes()
                    .OfType<VariableDeclaratorSyntax>()
                    .Any(local =>
                        local.Identifier.ValueText == name
                        && local.Initializer?.DescendantTokens().Any(t => t.ValueText == member.Name) == true)));

    private static bool IsZeroed(ISymbol member, SyntaxNode body) =>
        body.DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Any(a => NameOfOwn(a.Left) == member.Name && a.Right.ToString() is "0" or "null" or "default" or "IntPtr.Zero" or "nint.Zero");

    private static string? NameOfOwn(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax }
            ? MethodSummaries.NameOf(expression)
            : null;

    private static ExpressionSyntax Bare(ExpressionSyntax expression) =>
        expression switch
        {
            CastExpressionSyntax cast => Bare(cast.Expression),
            ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ } only] } => Bare(only.Expression),
            _ => expression,
        };
}
