using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>The state that a native library works on between calls, filled anew for each: <c>stream.NextOut = p; Deflate();</c>.</summary>
internal static class CallState
{
    /// <summary>Whether a target is a member of such a state: a path, and a call behind it.</summary>
    public static bool Is(string target, SyntaxNode? scope, SyntaxNode at) => target.Split('.').Length > 2 && CallsBehind(scope, at).Any();

    /// <summary>The calls that stand behind a place in the text of a statement.</summary>
    public static IEnumerable<InvocationExpressionSyntax> CallsBehind(SyntaxNode? scope, SyntaxNode at) =>
        scope?.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.SpanStart > at.Span.End) ?? [];
}
