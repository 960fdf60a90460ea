using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Ffi.Templates.Problems;

/// <summary>The problems of one file.</summary>
internal sealed class ProblemList(string path, SourceText text)
{
    private readonly ImmutableArray<TemplateProblem>.Builder _problems = ImmutableArray.CreateBuilder<TemplateProblem>();

    public void Add(DiagnosticDescriptor descriptor, ScriptNode where, string message) => Add(descriptor, SpanOf(where.Span), message);

    public void Add(DiagnosticDescriptor descriptor, SourceSpan where, string message) => Add(descriptor, SpanOf(where), message);

    public void Add(DiagnosticDescriptor descriptor, TextSpan where, string message) =>
        _problems.Add(TemplateProblem.At(descriptor, path, text, where, message));

    /// <summary>Lines and columns of a node.</summary>
    public LinePositionSpan LinesOf(ScriptNode node) => text.Lines.GetLinePositionSpan(SpanOf(node.Span));

    public ImmutableArray<TemplateProblem> ToImmutable() => _problems.ToImmutable();

    // Scriban's end is the last character, and at the end of a file it may be behind it.
    private TextSpan SpanOf(SourceSpan span)
    {
        int start = Math.Min(Math.Max(span.Start.Offset, 0), text.Length);
        return TextSpan.FromBounds(start, Math.Min(Math.Max(span.End.Offset + 1, start), text.Length));
    }
}
