using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1001: a pointer from <c>fixed</c> outlives the statement.</summary>
internal sealed class FixedPointerEscapes()
    : LivenessRule(
        Describe.Warning(
            DiagnosticIds.FixedPointerEscapes,
            "A pointer outlives the fixed statement that pins it",
            "'{0}' points to memory that is pinned only inside its fixed statement, and {1}. Keep the use inside, or pin for longer with a PinnedBuffer<T>."
        ))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened is UseEvent { Of.Kind: ResourceKind.FixedRegion } use ? use switch
        {
            { How: UseKind.Capture, Release: null } => Found(use, $"is captured by code that '{use.Target}' runs later"),
            { Release: null } => null,
            { How: UseKind.Return } => Found(use, "is returned"),
            { How: UseKind.Store, Into: { } into } => Found(use, $"is kept in '{use.Target}'")
                .If(into.Root.Kind == TermKind.Behind, DoubtList.BehindPointer)
                .If(IsStateOfACall(into, use.At), DoubtList.StateOfACall),
            { Release.Kind: ReleaseKind.RegionExit } => Found(use, "is used after it"),
            _ => null,
        }
        : null;

    private static Finding Found(UseEvent use, string what) => new(use.At, use.Of, use.Of.Name, what);

    // Of a local, the call has to be about it.
    private static bool IsStateOfACall(Place into, SyntaxNode at)
    {
        SyntaxNode? scope = at.FirstAncestorOrSelf<FixedStatementSyntax>();
        return CallState.Is(into, scope, at)
            || CallState.IsGiven(scope, at)
            || (
                into is { Variable: (ILocalSymbol or IParameterSymbol) and { } local, Path.Length: 1 }
                && CallState.CallsBehind(scope, at).Any(call => CallState.IsAbout(call, local)));
    }
}
