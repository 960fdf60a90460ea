using System.Collections.Immutable;
using System.Composition;
using Ffi.Analyzers.Headers;
using Ffi.Headers.Checking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes;

/// <summary>Writes what the C header says in place of what the declaration says: a type, a name, a value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class HeaderFix : OneEditFix
{
    private const string Interop = "System.Runtime.InteropServices";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        .. new[]
        {
            CheckRule.IntegerWidth, CheckRule.KindOfValue, CheckRule.PointeeSize, CheckRule.Indirection, CheckRule.Result,
            CheckRule.PlatformDifference, CheckRule.UnknownSymbol, CheckRule.ConstantValue, CheckRule.UnknownNamedSymbol,
        }.Select(CheckRules.IdOf),
    ];

    private protected override (string Title, Func<CancellationToken, Task<Document>> Edit)? FindEdit(
        Document document,
        SyntaxNode root,
        Diagnostic diagnostic)
    {
        if (
            !diagnostic.Properties.TryGetValue(FindingLocation.Replacement, out string? text)
            || text is null
            || diagnostic.AdditionalLocations is not [{ } place])
        {
            return null;
        }

        string written = HasUsing(root) ? text.Replace(Interop + ".", "") : text;
        string shown = written.TrimStart(',', ' ', '(').TrimEnd(')');
        return ($"Declare as in C: {shown}", cancellation => Apply(document, [new TextChange(place.SourceSpan, written)], cancellation));
    }

    private static bool HasUsing(SyntaxNode root) =>
        root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .Any(static directive => directive.Alias is null && directive.Name?.ToString() == Interop);
}
