using System.Composition;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Liveness;

/// <summary>FFI1001 and FFI1004: copies what was pinned by a <c>fixed</c> statement into a <c>PinnedBuffer</c>, which stays where it is
/// until it is disposed. Who disposes it, and when, the author has to say.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PinnedBufferFix()
    : StatementFix(
        [DiagnosticIds.FixedPointerEscapes, DiagnosticIds.BorrowedArgumentRetained],
        "Copy into a PinnedBuffer in place of fixed")
{
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override IReadOnlyList<TextChange>? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic) =>
        node.FirstAncestorOrSelf<FixedStatementSyntax>() is { } pinned && TextFor(pinned) is { } text ? [new(pinned.Span, text)] : null;

    // One pointer, to the whole of a variable: an array or a span.
    private static string? TextFor(FixedStatementSyntax pinned)
    {
        if (
            pinned
            is not {
                Parent: BlockSyntax,
                Declaration:
                {
                    Type: PointerTypeSyntax { ElementType: var element },
                    Variables: [{ Initializer.Value: IdentifierNameSyntax source } pointer]
                }
            })
        {
            return null;
        }

        string line = "\n" + IndentOf(pinned);
        string buffer = $"{pointer.Identifier.ValueText}Buffer";
        IEnumerable<string> statements = pinned.Statement is BlockSyntax block
            ? block.Statements.Select(statement => statement.ToString().Replace("\n    ", "\n"))
            : [pinned.Statement.ToString()];
        return string.Join(line,
        [
            $"PinnedBuffer<{element}> {buffer} = PinnedBuffer<{element}>.Rent({source}.Length);",
            $"{source}.CopyTo({buffer}.Span);",
            $"{element}* {pointer.Identifier} = {buffer}.Pointer;",
            .. statements,
        ]);
    }
}
