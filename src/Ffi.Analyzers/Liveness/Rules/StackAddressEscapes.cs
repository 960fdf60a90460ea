using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1003: a stack address outlives its frame.</summary>
internal sealed class StackAddressEscapes() : LivenessRule(Describe.Warning(
    DiagnosticIds.StackAddressEscapes,
    "A stack address outlives its frame",
    "The address of '{0}' is on this method's stack, and {1}. Copy the value, or use memory that lives longer."))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened is UseEvent { Of: { Kind: ResourceKind.Stack } memory } use
            ? use switch
            {
                { How: UseKind.Capture, Release: null } => new(
                    use.At,
                    memory,
                    memory.Name,
                    $"is captured by code that '{use.Target}' runs later"),
                { How: UseKind.Return, Release: not null } => new(use.At, memory, memory.Name, "is returned"),
                { How: UseKind.Store, Release: not null } => new Finding(
                    use.At,
                    memory,
                    memory.Name,
                    $"is kept in '{use.Target}' after the method returns"
                ).If(CallState.IsGiven(use.At.FirstAncestorOrSelf<MemberDeclarationSyntax>(), use.At), DoubtList.StateOfACall),
                _ => null,
            }
            : null;
}
