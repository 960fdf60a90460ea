using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Templates.Problems;

/// <summary>Why a template or the vocabulary can't be used, and where. Equal by value, so that a step that found it can be
/// cached.</summary>
internal sealed record TemplateProblem(DiagnosticDescriptor Descriptor, string Path, TextSpan Span, LinePositionSpan Lines, string Message)
{
    public static TemplateProblem At(DiagnosticDescriptor descriptor, string path, SourceText text, TextSpan span, string message) =>
        new(descriptor, path, span, text.Lines.GetLinePositionSpan(span), message);

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location.Create(Path, Span, Lines), Message);
}
