using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>Members that a call works with, and that the next call overwrites: a pointer in one is no pointer kept.</summary>
internal static class CallState
{
    /// <summary>Whether a place is a member of such a state: deeper than a member of one object, with a call behind the store.</summary>
    public static bool Is(Place? place, SyntaxNode? scope, SyntaxNode at) =>
        place is not null && place.Path.Length > 1 && CallsBehind(scope, at).Any();

    /// <summary>The calls that follow a place in the text of a statement.</summary>
    public static IEnumerable<InvocationExpressionSyntax> CallsBehind(SyntaxNode? scope, SyntaxNode at) =>
        scope?.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.SpanStart > at.Span.End) ?? [];

    /// <summary>Whether a helper was given the pointer, to keep it, and a call follows that.</summary>
    public static bool IsGiven(SyntaxNode? scope, SyntaxNode at) => at.Parent is ArgumentSyntax && CallsBehind(scope, at).Any();

    /// <summary>Whether a call is made on the variable, or gets it.</summary>
    public static bool IsAbout(InvocationExpressionSyntax call, ISymbol variable) =>
        (
            call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: { } receiver } }
            && receiver == variable.Name)
        || call.ArgumentList.Arguments.Any(a =>
            a.Expression is IdentifierNameSyntax { Identifier.ValueText: { } passed } && passed == variable.Name);
}
