using System.Collections.Concurrent;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Knowledge;

// Does it throw, and is what is thrown caught.
internal sealed partial class MethodSummaries
{
    private readonly ConcurrentDictionary<IMethodSymbol, bool> throws = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a call may throw by what is visible: a <c>throw</c> in its text, input or output, parsing, code that the caller
    /// supplies.</summary>
    public bool MayThrow(IMethodSymbol method) => throws.GetOrAdd(method.OriginalDefinition, m => MayThrow(m, depth: 0));

    /// <summary>Whether all that the method does is throw.</summary>
    public static bool OnlyThrows(IMethodSymbol method) =>
        BodyOf(method) is BlockSyntax { Statements: [.., ThrowStatementSyntax] } block
            && !block.DescendantNodes().Any(n => n is ReturnStatementSyntax)
        || BodyOf(method) is ArrowExpressionClauseSyntax { Expression: ThrowExpressionSyntax };

    private static bool MayThrow(IMethodSymbol method, int depth)
    {
        // What gives a result and only throws stands for code that is put there later.
        if (method.IsExtern || method.GetDllImportData() is not null || (!method.ReturnsVoid && OnlyThrows(method)))
        {
            return false;
        }

        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            // A delegate of a native function throws as little as the function.
            return method.ContainingType.GetAttributes().All(static a => a.AttributeClass?.Name != "UnmanagedFunctionPointerAttribute");
        }

        if (
            (
                method.IsIn("System.IO")
                && method.ContainingType.Name
                    is not ("TextWriter" or "StringWriter" or "TextReader" or "StringReader" or "MemoryStream" or "Path"))
            || method.Name is "Parse" or "ParseExact" or "ThrowExceptionForHR"
            || (method.Name.StartsWith("ThrowIf", StringComparison.Ordinal) && method.IsIn("System")))
        {
            return true;
        }

        bool isSystem = method.IsUnder("System");
        if (isSystem || BodyOf(method) is not { } body)
        {
            // Code of others; what takes pointers stands for a native function.
            return method.IsAbstract && !isSystem && !method.Parameters.Any(static p => p.Type is IPointerTypeSymbol);
        }

        return body.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(n => Throws(n, method, depth));
    }

    private static bool Throws(SyntaxNode node, IMethodSymbol method, int depth)
    {
        if (node.Ancestors().TakeWhile(a => a is not MemberDeclarationSyntax).Any(IsGuarded))
        {
            return false;
        }

        return node switch
        {
            // Out of memory is nothing that callers clean up after.
            ThrowStatementSyntax { Expression: ObjectCreationExpressionSyntax { Type: { } thrown } } => thrown.ToString()
                != "OutOfMemoryException",
            ThrowStatementSyntax or ThrowExpressionSyntax => true,
            // A method of the same type, found by its name: enough to see one step further.
            InvocationExpressionSyntax call when depth < 2 && NameOf(call.Expression) is { } name => name is "Parse"
                || (
                    name != method.Name && method.ContainingType!.GetMembers(name).OfType<IMethodSymbol>().Any(m => MayThrow(m, depth + 1))
                ),
            _ => false,
        };
    }

    private static bool IsGuarded(SyntaxNode ancestor) =>
        ancestor is BlockSyntax { Parent: TryStatementSyntax attempt } block
        && attempt.Block == block
        && attempt.Catches.Any(CatchesEverything);

    /// <summary>Whether a clause catches whatever is thrown, and keeps it.</summary>
    public static bool CatchesEverything(CatchClauseSyntax clause) =>
        clause.Filter is null
        && (
            clause.Declaration is null
            || clause.Declaration.Type.ToString() is "Exception" or "System.Exception" or "global::System.Exception")
        && !ThrowsOn(clause);

    private static bool ThrowsOn(CatchClauseSyntax clause) =>
        clause
            .Block.DescendantNodes(n => n is not AnonymousFunctionExpressionSyntax)
            .Any(n => n.IsKind(SyntaxKind.ThrowStatement) || n.IsKind(SyntaxKind.ThrowExpression));

    /// <summary>Whether a node is inside a try whose catch keeps everything, or inside such a catch itself: what handles errors is trusted,
    /// unless it throws on.</summary>
    public static bool IsCaught(SyntaxNode node, SyntaxNode body)
    {
        for (SyntaxNode? at = node; at is not null && at != body; at = at.Parent)
        {
            switch (at.Parent)
            {
                case TryStatementSyntax attempt when at == attempt.Block && attempt.Catches.Any(CatchesEverything):
                case CatchClauseSyntax { Parent: TryStatementSyntax handled } handler
                    when handled.Catches.Any(CatchesEverything) && !ThrowsOn(handler):
                    return true;
            }
        }

        return false;
    }
}
