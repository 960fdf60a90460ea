using System.Collections.Immutable;
using System.Composition;
using Ffi.Generators.Analysis;
using Ffi.Generators.Liveness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.CodeFixes.Advice;

/// <summary>FFI2001: turns an import, or every import of a document, into a native function, and its type into a library.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NativeFunctionFix : CodeFixProvider
{
    private const string Title = "Convert to a native function";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.CouldBeNativeFunction];

    // Two imports of one type change the type's attributes at the same place, which a batch would do twice.
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(static async (context, document, diagnostics) => await Convert(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(CodeAction.Create(Title, cancel => Convert(context.Document, [diagnostic], cancel), Title), diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> Convert(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root)
        {
            return document;
        }

        Dictionary<MethodDeclarationSyntax, Diagnostic> imports = [];
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method)
            {
                imports[method] = diagnostic;
            }
        }

        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        bool isImported = model?.LookupNamespacesAndTypes(root.Members.FirstOrDefault()?.SpanStart ?? 0, name: "NativeFunctionAttribute").Any() == true;
        HashSet<TypeDeclarationSyntax> libraries = [.. imports.Keys.Select(method => (TypeDeclarationSyntax)method.Parent!)];
        HashSet<TypeDeclarationSyntax> types = [.. libraries.SelectMany(type => type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>())];
        CompilationUnitSyntax changed = root.ReplaceNodes(
            imports.Keys.Cast<SyntaxNode>().Concat(types),
            (original, rewritten) => original is MethodDeclarationSyntax method
                ? Converted((MethodDeclarationSyntax)rewritten, imports[method])
                : WithLibrary((TypeDeclarationSyntax)rewritten, libraries.Contains((TypeDeclarationSyntax)original) ? LibraryOf(imports, (TypeDeclarationSyntax)original) : null));
        return document.WithSyntaxRoot(isImported ? changed : WithUsing(changed));
    }

    private static string LibraryOf(Dictionary<MethodDeclarationSyntax, Diagnostic> imports, TypeDeclarationSyntax type) =>
        imports.First(import => import.Key.Parent == type).Value.Properties[FixProperties.Library]!;

    private static MemberDeclarationSyntax WithLibrary(TypeDeclarationSyntax type, string? library)
    {
        MemberDeclarationSyntax partial = type.WithPartial();
        bool isLibrary = type.AttributeLists.SelectMany(list => list.Attributes).Any(a => a.Name.ToString().EndsWith("NativeLibrary", StringComparison.Ordinal));
        if (library is null || isLibrary)
        {
            return partial;
        }

        SyntaxTriviaList leading = partial.GetLeadingTrivia();
        AttributeListSyntax attribute = ListOf($"NativeLibrary({SymbolDisplay.FormatLiteral(library, quote: true)})").WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.LineFeed);
        SyntaxTriviaList indent = [.. leading.Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse()];
        return partial.WithLeadingTrivia(indent).WithAttributeLists(partial.WithLeadingTrivia(indent).AttributeLists.Insert(0, attribute));
    }

    private static MemberDeclarationSyntax Converted(MethodDeclarationSyntax method, Diagnostic diagnostic)
    {
        string arguments = diagnostic.Properties[FixProperties.Arguments]!;
        AttributeSyntax function = AttributeOf(arguments.Length == 0 ? "NativeFunction" : $"NativeFunction({arguments})");
        AttributeSyntax import = method.AttributeLists.SelectMany(list => list.Attributes).First(IsImport);
        MethodDeclarationSyntax changed = method.ReplaceNode(import, function.WithTriviaFrom(import));
        int[] booleans = [.. (diagnostic.Properties[FixProperties.Booleans] ?? "").Split([','], StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        changed = changed.ReplaceNodes(
            changed.ParameterList.Parameters.Where((_, ordinal) => booleans.Contains(ordinal)),
            (_, parameter) => parameter.AddAttributeLists(ListOf("MarshalAs(UnmanagedType.Bool)").WithTrailingTrivia(SyntaxFactory.Space)));
        changed = booleans.Contains(-1) ? WithAttribute(changed, "return: MarshalAs(UnmanagedType.Bool)") : changed;
        changed = diagnostic.Properties[FixProperties.Convention] is { } convention ? WithAttribute(changed, $"UnmanagedCallConv(CallConvs = [typeof(System.Runtime.CompilerServices.{convention})])") : changed;
        return changed.Without(SyntaxKind.ExternKeyword).WithPartial().WithAccessibility();
    }

    private static bool IsImport(AttributeSyntax attribute)
    {
        string name = attribute.Name.ToString();
        name = name.Substring(name.LastIndexOf('.') + 1);
        return name is "DllImport" or "DllImportAttribute" or "LibraryImport" or "LibraryImportAttribute";
    }

    // Behind the first list, on the same line or the next as the list itself stands.
    private static MethodDeclarationSyntax WithAttribute(MethodDeclarationSyntax method, string attribute)
    {
        AttributeListSyntax first = method.AttributeLists[0];
        SyntaxToken next = first.GetLastToken().GetNextToken();
        return method.WithAttributeLists(method.AttributeLists.Insert(1, ListOf(attribute).WithLeadingTrivia(next.LeadingTrivia).WithTrailingTrivia(first.GetTrailingTrivia())));
    }

    private static AttributeListSyntax ListOf(string attribute) =>
        ((MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"[{attribute}] void M();")!).AttributeLists[0].WithoutTrivia();

    private static AttributeSyntax AttributeOf(string attribute) => ListOf(attribute).Attributes[0];

    private static CompilationUnitSyntax WithUsing(CompilationUnitSyntax root)
    {
        UsingDirectiveSyntax directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName("Ffi").WithLeadingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(SyntaxFactory.LineFeed);
        return root.Usings.Count > 0
            ? root.WithLeadingTrivia().WithUsings(root.WithLeadingTrivia().Usings.Insert(0, directive.WithLeadingTrivia(root.GetLeadingTrivia())))
            : root.WithLeadingTrivia().AddUsings(directive.WithLeadingTrivia(root.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.LineFeed, SyntaxFactory.LineFeed));
    }
}
