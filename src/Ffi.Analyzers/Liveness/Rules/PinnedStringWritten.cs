using Ffi.Analyzers.Liveness.Events;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Rules;

/// <summary>FFI1020: a pinned string is written through.</summary>
internal sealed class PinnedStringWritten() : LivenessRule(Written)
{
    public static readonly DiagnosticDescriptor Written = Describe.Warning(
        DiagnosticIds.PinnedStringWritten,
        "A string is written through its pointer",
        "{0}, which other code may share and which must never change. Write into a char array, or build the text with string.Create.");

    public override Finding? Judge(FlowEvent happened) =>
        happened is UseEvent { How: UseKind.Write, Of: { Standing.IsText: true } text } use
            ? new(use.At, text, $"'{text.Name}' points into a string")
            : null;
}
