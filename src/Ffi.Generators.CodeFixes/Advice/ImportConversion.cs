using Ffi.Analyzers.Advice;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Advice;

/// <summary>Converts imports wherever they are in a solution.</summary>
/// <remarks>A file that several projects or frameworks compile is changed once, by what all of them see: <c>#if</c> hides imports from
/// each.</remarks>
internal static class ImportConversion
{
    public static async Task<Solution> Convert(
        Solution solution,
        IReadOnlyList<(Document Document, Diagnostic Diagnostic)> reported,
        CancellationToken cancellation)
    {
        var libraries = new LibraryParts();
        var changes = new Dictionary<string, (Document Document, DocumentChanges Changes)>(StringComparer.Ordinal);
        foreach (
            IGrouping<ProjectId, (Document Document, Diagnostic Diagnostic)> project in reported.GroupBy(static found =>
                found.Document.Project.Id))
        {
            List<(Document Document, ImportEdits Edits, MethodDeclarationSyntax Syntax, IMethodSymbol Method, Import Import)> imports = [];
            foreach (
                IGrouping<DocumentId, (Document Document, Diagnostic Diagnostic)> group in project
                    .GroupBy(static found => found.Document.Id)
                    .OrderBy(static group => FileOf(group.First().Document), StringComparer.Ordinal))
            {
                Document document = group.First().Document;
                if (
                    !await CompilesEverywhere(document, cancellation).ConfigureAwait(false)
                    || await ImportEdits.Of(document, cancellation).ConfigureAwait(false) is not { } edits)
                {
                    continue;
                }

                foreach (
                    Diagnostic diagnostic in group
                        .Select(static found => found.Diagnostic)
                        .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
                {
                    if (edits.Find(diagnostic.Location.SourceSpan) is var (syntax, method, import))
                    {
                        imports.Add((document, edits, syntax, method, import));
                    }
                }
            }

            foreach ((Document document, ImportEdits edits, MethodDeclarationSyntax syntax, IMethodSymbol method, Import import) in imports)
            {
                edits.Convert(syntax, import);
                if (syntax.Parent is TypeDeclarationSyntax type && libraries.IsFirst(method.ContainingType))
                {
                    edits.AddLibrary(type, method, import);
                }

                string file = FileOf(document);
                if (!changes.TryGetValue(file, out (Document Document, DocumentChanges Changes) present))
                {
                    changes.Add(file, present = (document, new DocumentChanges()));
                }

                present.Changes.Add(edits);
            }
        }

        foreach ((Document document, DocumentChanges edits) in changes.Values)
        {
            SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            SourceText changed = edits.Apply(text);
            foreach (DocumentId id in document.GetLinkedDocumentIds().Add(document.Id))
            {
                solution = solution.WithDocumentText(id, changed);
            }
        }

        return solution;
    }

    private static string FileOf(Document document) => document.FilePath ?? document.Id.ToString();

    // A file that is compiled without Ffi too, for an older framework or by another project, has to stay as it is.
    private static async Task<bool> CompilesEverywhere(Document document, CancellationToken cancellation)
    {
        foreach (DocumentId id in document.GetLinkedDocumentIds())
        {
            if (document.Project.Solution.GetProject(id.ProjectId) is { } project
                && await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is { } compilation
                && compilation.GetTypeByMetadataName("Ffi.NativeFunctionAttribute") is null)
            {
                return false;
            }
        }

        return true;
    }
}
