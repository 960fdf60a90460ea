using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1022: bytes without a NUL are passed as a C string.</summary>
internal sealed class SpanWithoutNul() : LivenessRule(Describe.Warning(
    DiagnosticIds.SpanWithoutNul,
    "A span without its NUL is passed as a C string",
    "'{0}' reads '{1}' up to a NUL, but no NUL follows it, so the function reads other memory. Pass a u8 literal, or append the NUL."))
{
    public override Finding? Judge(FlowEvent happened) =>
        happened is NativeArgumentEvent { Of: { Kind: ResourceKind.Unterminated } } passed
        && (passed.Lifetime.IsNulTerminated || CStrings.Read(passed.Function))
            ? new Finding(passed.At, passed.At, passed.Function, passed.Parameter).If(
                !passed.Lifetime.IsNulTerminated && DoubtList.Buffer.Speaks(passed.Parameter),
                DoubtList.Buffer)
            : null;
}
