using Ffi.Analyzers.Liveness.Events;
using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1019: errno is read late, or from a call that doesn't keep it.</summary>
internal sealed class LastErrorLost() : LivenessRule(Describe.Warning(
    DiagnosticIds.LastErrorLost,
    "The last error is read late, or from a call that doesn't keep it",
    "The error read here is not that of '{0}': {1}."))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened is LastErrorEvent { Last: { } last } read && (!last.IsKept || last.LostTo is not null)
            ? new(read.At, read.At, last.Call.Name, last.IsKept
                ? $"'{last.LostTo}' ran in between and may have replaced it; read it right after the call"
                : "it is declared without SetLastError = true; add that")
            {
                Origin = last.IsKept ? null : last.Call.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(),
            }
            : null;
}
