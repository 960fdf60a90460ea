using Ffi.Generators.Analysis;
using Ffi.Analyzers.Liveness.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1001: a pointer from <c>fixed</c> outlives it.</summary>
internal sealed class FixedPointerEscapes() : LivenessRule(Describe.Warning(
    DiagnosticIds.FixedPointerEscapes,
    "A pointer outlives the fixed statement that pins it",
    "'{0}' points to memory that is pinned only inside its fixed statement, and {1}. Keep the use inside, or pin for longer with a PinnedBuffer<T>."))
{
    // Of a local, the call has to be about it.
    private static bool IsStateOfACall(string target, SyntaxNode at)
    {
        SyntaxNode? scope = at.FirstAncestorOrSelf<FixedStatementSyntax>();
        return CallState.Is(target, scope, at)
            || (target.Split('.') is [not "this" and var local, _] && CallState.CallsBehind(scope, at).Any(call => IsAbout(call, local)));
    }

    private static bool IsAbout(InvocationExpressionSyntax call, string state) =>
        (call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: { } receiver } } && receiver == state)
        || call.ArgumentList.Arguments.Any(a => a.Expression is IdentifierNameSyntax { Identifier.ValueText: { } passed } && passed == state);

    public override Finding? Judge(FlowEvent happened) =>
        happened is UseEvent { Fact.Resource.Kind: ResourceKind.FixedRegion } use ? use switch
        {
            { How: UseKind.Capture, Release: null } => new(use.At, use.Fact.Resource, use.Fact.Resource.Name, $"is captured by code that '{use.Target}' runs later"),
            { Release: null } => null,
            { How: UseKind.Return } => new(use.At, use.Fact.Resource, use.Fact.Resource.Name, "is returned"),
            // What is written behind a native pointer is a protocol with native code or a device, and may well end inside.
            { How: UseKind.Store, Target: { } behind } when behind[0] == '*' || IsStateOfACall(behind, use.At) => null,
            { How: UseKind.Store } => new(use.At, use.Fact.Resource, use.Fact.Resource.Name, $"is kept in '{use.Target}'"),
            { Release.Kind: ReleaseKind.RegionExit } => new(use.At, use.Fact.Resource, use.Fact.Resource.Name, "is used after it"),
            _ => null,
        }
        : null;
}
