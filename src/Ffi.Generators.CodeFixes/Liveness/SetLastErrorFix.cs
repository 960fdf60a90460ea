using System.Collections.Immutable;
using System.Composition;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Liveness;

/// <summary>FFI1019: adds <c>SetLastError = true</c> to the declaration, in whichever file it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SetLastErrorFix : OneEditFix
{
    private const string Title = "Keep the last error of the function";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.LastErrorLost];

    private protected override (string Title, Func<CancellationToken, Task<Document>> Edit)? FindEdit(
        Document document,
        SyntaxNode root,
        Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations is [{ SourceTree: { } tree } declared, ..]
        && document.Project.Solution.GetDocument(tree) is { } declaring
        && tree.GetRoot().FindNode(declared.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
        && Change(method) is { } change
            ? (Title, cancellation => Apply(declaring, [change], cancellation))
            : null;

    private static TextChange? Change(MethodDeclarationSyntax method)
    {
        AttributeSyntax? import = method.AttributeLists.SelectMany(list => list.Attributes)
            .FirstOrDefault(a => a.Name.ToString() is { } name && (name.Contains("Import") || name.Contains("NativeFunction")));
        return import switch
        {
            null => null,
            { ArgumentList: null } => new(new(import.Span.End, 0), "(SetLastError = true)"),
            { ArgumentList.Arguments.Count: 0 } => new(new(import.ArgumentList!.OpenParenToken.Span.End, 0), "SetLastError = true"),
            { ArgumentList.Arguments: var arguments }
                when arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "SetLastError") is { } said => new(
                said.Expression.Span,
                "true"),
            _ => new(new(import.ArgumentList!.CloseParenToken.SpanStart, 0), ", SetLastError = true"),
        };
    }
}
