using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>What can be seen of a called method from its own text, without following it: does it write a field, is what it returns
/// new.</summary>
internal sealed partial class MethodSummaries
{
    private readonly ConcurrentDictionary<ISymbol, FinalizerFrees> freed = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a finalizer may free what the member holds while the code at a place uses it.</summary>
    public bool IsFreedByFinalizer(ISymbol member, SyntaxNode use) =>
        FinalizerRaces.MayRunDuring(use, member.ContainingType, FreesOf(member).Calls);

    /// <summary>Why the finalizer may not free what the member holds after all.</summary>
    public ImmutableArray<Doubt> DoubtsOfFinalizer(ISymbol member) => FreesOf(member).Doubts;

    private FinalizerFrees FreesOf(ISymbol member) => freed.GetOrAdd(member.OriginalDefinition, Finalizers.FreesOf);

    /// <summary>Whether a method of that name is called anywhere in the code.</summary>
    public static bool CallsIn(SyntaxNode code, string name) =>
        code.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => NameOf(call.Expression) == name);

    /// <summary>Whether a call is seen to make system calls of its own, which replaces the error that an earlier one left.</summary>
    public static bool ClobbersLastError(IMethodSymbol method) => ClobbersLastError(method, depth: 0);

    private static bool ClobbersLastError(IMethodSymbol method, int depth)
    {
        if (
            method.IsIn("System.IO")
            || method.IsIn("System.Net.Sockets")
            || (method.ContainingType?.Name == "Console" && method.IsIn("System"))
            || method.ContainingType is { Name: "Process" or "ILogger" or "LoggerExtensions" })
        {
            return method.ContainingType!.Name is not ("Path" or "StringWriter" or "StringReader" or "MemoryStream")
                && method.MethodKind != MethodKind.Constructor;
        }

        return depth < 2
            && BodyOf(method) is { } body
            && body.DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Any(call =>
                    call.Expression
                        is MemberAccessExpressionSyntax
                        {
                            Expression: IdentifierNameSyntax { Identifier.ValueText: "Console" or "File" or "Directory" }
                        }
                    || (
                        NameOf(call.Expression) is { } name
                        && name != method.Name
                        && method
                            .ContainingType!.GetMembers(name)
                            .OfType<IMethodSymbol>()
                            .Any(m => m.GetDllImportData()?.SetLastError == true || ClobbersLastError(m, depth + 1))));
    }

    /// <summary>Whether a managed method may make a native call whose error it keeps: it isn't in view, or it calls something.</summary>
    public static bool MayCallNative(IMethodSymbol method) =>
        BodyOf(method) is not { } body
        || body.DescendantNodesAndSelf().Any(n => n is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax);

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
            BlockSyntax block => block
                .DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                .OfType<ReturnStatementSyntax>()
                .ToArray()
                is { Length: > 0 } returns
                && returns.All(r => r.Expression is BaseObjectCreationExpressionSyntax),
            _ => false,
        };
}
