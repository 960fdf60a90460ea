using System.Collections.Immutable;
using System.Composition;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Liveness;

/// <summary>FFI1019: adds <c>SetLastError = true</c> to the declaration, in whichever file it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SetLastErrorFix : CodeFixProvider
{
    private const string Title = "Keep the last error of the function";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.LastErrorLost];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (diagnostic.AdditionalLocations is not [{ SourceTree: { } tree } declared, ..]
                || context.Document.Project.Solution.GetDocument(tree) is not { } document
                || (await tree.GetRootAsync(context.CancellationToken).ConfigureAwait(false)).FindNode(declared.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
                || Change(method) is not { } change)
            {
                continue;
            }

            context.RegisterCodeFix(CodeAction.Create(Title, cancel => Apply(document, change, cancel), Title), diagnostic);
        }
    }

    private static TextChange? Change(MethodDeclarationSyntax method)
    {
        AttributeSyntax? import = method.AttributeLists.SelectMany(list => list.Attributes)
            .FirstOrDefault(a => a.Name.ToString() is { } name && (name.Contains("Import") || name.Contains("NativeFunction")));
        return import switch
        {
            null => null,
            { ArgumentList: null } => new(new(import.Span.End, 0), "(SetLastError = true)"),
            { ArgumentList.Arguments.Count: 0 } => new(new(import.ArgumentList!.OpenParenToken.Span.End, 0), "SetLastError = true"),
            { ArgumentList.Arguments: var arguments } when arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "SetLastError") is { } said => new(said.Expression.Span, "true"),
            _ => new(new(import.ArgumentList!.CloseParenToken.SpanStart, 0), ", SetLastError = true"),
        };
    }

    private static async Task<Solution> Apply(Document document, TextChange change, CancellationToken cancellation)
    {
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(change)).Project.Solution;
    }
}
