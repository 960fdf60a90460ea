using System.Collections.Immutable;
using System.Composition;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Liveness;

/// <summary>FFI1001 and FFI1004: copies what was pinned by a <c>fixed</c> statement into a <c>PinnedBuffer</c>, which stays where it is until it is
/// disposed. Who disposes it, and when, the author has to say.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PinnedBufferFix : CodeFixProvider
{
    private const string Title = "Copy into a PinnedBuffer in place of fixed";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.FixedPointerEscapes, DiagnosticIds.BorrowedArgumentRetained];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<FixedStatementSyntax>() is { } pinned && Change(pinned) is { } text)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, cancel => Apply(context.Document, new(pinned.Span, text), cancel), Title), diagnostic);
            }
        }
    }

    // One pointer, to the whole of a variable: an array or a span.
    private static string? Change(FixedStatementSyntax pinned)
    {
        if (pinned is not { Parent: BlockSyntax, Declaration: { Type: PointerTypeSyntax { ElementType: var element }, Variables: [{ Initializer.Value: IdentifierNameSyntax source } pointer] } })
        {
            return null;
        }

        string leading = pinned.GetLeadingTrivia().ToString();
        string line = "\n" + leading.Substring(leading.LastIndexOf('\n') + 1);
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

    private static async Task<Document> Apply(Document document, TextChange change, CancellationToken cancellation)
    {
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(change));
    }
}
