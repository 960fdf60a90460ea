using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>What can be seen of a called method from its own text, without following it: does it throw, does it write a field.</summary>
internal sealed partial class MethodSummaries
{
    private readonly ConcurrentDictionary<IMethodSymbol, bool> throws = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a call may throw by what is visible: a <c>throw</c> in its text, input or output, parsing, code that the caller supplies.</summary>
    public bool MayThrow(IMethodSymbol method) => throws.GetOrAdd(method.OriginalDefinition, m => MayThrow(m, depth: 0));

    private readonly ConcurrentDictionary<ISymbol, FinalizerFrees> freed = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a finalizer may free what the member holds while the code at a place uses it.</summary>
    public bool IsFreedByFinalizer(ISymbol member, SyntaxNode use) =>
        Finalizers.MayRunDuring(use, member.ContainingType, FreesOf(member).Calls);

    /// <summary>Why the finalizer may not free what the member holds after all.</summary>
    public ImmutableArray<Doubt> DoubtsOfFinalizer(ISymbol member) => FreesOf(member).Doubts;

    private FinalizerFrees FreesOf(ISymbol member) => freed.GetOrAdd(member.OriginalDefinition, Finalizers.FreesOf);

    /// <summary>Whether a method of that name is called anywhere in the code.</summary>
    public static bool CallsIn(SyntaxNode code, string name) => code.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => NameOf(call.Expression) == name);

    /// <summary>Whether a call is seen to make system calls of its own, which replaces the error that an earlier one left.</summary>
    public static bool ClobbersLastError(IMethodSymbol method) => ClobbersLastError(method, depth: 0);

    private static bool ClobbersLastError(IMethodSymbol method, int depth)
    {
        if (method.IsIn("System.IO") || method.IsIn("System.Net.Sockets") || (method.ContainingType?.Name == "Console" && method.IsIn("System")) || method.ContainingType is { Name: "Process" or "ILogger" or "LoggerExtensions" })
        {
            return method.ContainingType!.Name is not ("Path" or "StringWriter" or "StringReader" or "MemoryStream") && method.MethodKind != MethodKind.Constructor;
        }

        return depth < 2 && BodyOf(method) is { } body && body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Console" or "File" or "Directory" } }
            || (NameOf(call.Expression) is { } name && name != method.Name
                && method.ContainingType!.GetMembers(name).OfType<IMethodSymbol>().Any(m => m.GetDllImportData()?.SetLastError == true || ClobbersLastError(m, depth + 1))));
    }

    /// <summary>Whether a managed method may make a native call whose error it keeps: it isn't in view, or it calls something.</summary>
    public static bool MayCallNative(IMethodSymbol method) =>
        BodyOf(method) is not { } body || body.DescendantNodesAndSelf().Any(n => n is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax);

    /// <summary>Whether the method's text assigns a field of that name.</summary>
    public static bool Assigns(IMethodSymbol method, string field) =>
        BodyOf(method) is { } body && body.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(a => NameOf(a.Left) == field);

    public static SyntaxNode? BodyOf(IMethodSymbol method)
    {
        SyntaxNode? declaration = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return declaration switch
        {
            BaseMethodDeclarationSyntax m => (SyntaxNode?)m.Body ?? m.ExpressionBody,
            LocalFunctionStatementSyntax f => (SyntaxNode?)f.Body ?? f.ExpressionBody,
            AccessorDeclarationSyntax a => (SyntaxNode?)a.Body ?? a.ExpressionBody,
            ArrowExpressionClauseSyntax arrow => arrow,
            _ => null,
        };
    }

    public static string? NameOf(ExpressionSyntax expression) =>
        expression switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            _ => null,
        };

    /// <summary>Whether the method's text shows that each call returns an object of its own.</summary>
    public static bool ReturnsNew(IMethodSymbol method) =>
        method is { IsVirtual: false, IsAbstract: false, IsOverride: false } && BodyOf(method) switch
        {
            ArrowExpressionClauseSyntax arrow => arrow.Expression is BaseObjectCreationExpressionSyntax,
            BlockSyntax block => block.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().ToArray()
                is { Length: > 0 } returns && returns.All(r => r.Expression is BaseObjectCreationExpressionSyntax),
            _ => false,
        };

    /// <summary>Whether all that the method does is throw.</summary>
    public static bool OnlyThrows(IMethodSymbol method) =>
        BodyOf(method) is BlockSyntax { Statements: [.., ThrowStatementSyntax] } block && !block.DescendantNodes().Any(n => n is ReturnStatementSyntax)
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

        if ((method.IsIn("System.IO") && method.ContainingType.Name is not ("TextWriter" or "StringWriter" or "TextReader" or "StringReader" or "MemoryStream" or "Path")) || method.Name is "Parse" or "ParseExact" or "ThrowExceptionForHR" || (method.Name.StartsWith("ThrowIf", StringComparison.Ordinal) && method.IsIn("System")))
        {
            return true;
        }

        bool isSystem = method.IsUnder("System");
        if (isSystem || BodyOf(method) is not { } body)
        {
            // Code of others; what takes pointers stands for a native function.
            return method.IsAbstract && !isSystem && !method.Parameters.Any(static p => p.Type is IPointerTypeSymbol);
        }

        return body.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(n => Throws(n, method, depth));
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
            ThrowStatementSyntax { Expression: ObjectCreationExpressionSyntax { Type: { } thrown } } => thrown.ToString() != "OutOfMemoryException",
            ThrowStatementSyntax or ThrowExpressionSyntax => true,
            // A method of the same type, found by its name: enough to see one step further.
            InvocationExpressionSyntax call when depth < 2 && NameOf(call.Expression) is { } name =>
                name is "Parse" || (name != method.Name && method.ContainingType!.GetMembers(name).OfType<IMethodSymbol>().Any(m => MayThrow(m, depth + 1))),
            _ => false,
        };
    }

    private static bool IsGuarded(SyntaxNode ancestor) =>
        ancestor is BlockSyntax { Parent: TryStatementSyntax attempt } block && attempt.Block == block && attempt.Catches.Any(CatchesEverything);

    /// <summary>Whether a clause catches whatever is thrown, and keeps it.</summary>
    public static bool CatchesEverything(CatchClauseSyntax clause) =>
        clause.Filter is null && (clause.Declaration is null || clause.Declaration.Type.ToString() is "Exception" or "System.Exception" or "global::System.Exception")
        && !ThrowsOn(clause);

    private static bool ThrowsOn(CatchClauseSyntax clause) =>
        clause.Block.DescendantNodes(n => n is not AnonymousFunctionExpressionSyntax).Any(n => n.IsKind(SyntaxKind.ThrowStatement) || n.IsKind(SyntaxKind.ThrowExpression));

    /// <summary>Whether a node is inside a try whose catch keeps everything, or inside such a catch itself: what handles errors is trusted,
    /// unless it throws on.</summary>
    public static bool IsCaught(SyntaxNode node, SyntaxNode body)
    {
        for (SyntaxNode? at = node; at is not null && at != body; at = at.Parent)
        {
            switch (at.Parent)
            {
                case TryStatementSyntax attempt when at == attempt.Block && attempt.Catches.Any(CatchesEverything):
                case CatchClauseSyntax { Parent: TryStatementSyntax handled } handler when handled.Catches.Any(CatchesEverything) && !ThrowsOn(handler):
                    return true;
            }
        }

        return false;
    }
}
