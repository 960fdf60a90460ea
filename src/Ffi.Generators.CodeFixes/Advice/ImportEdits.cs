using Ffi.Analyzers.Advice;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Advice;

/// <summary>The edits that make native functions of the imports in one document. All that they don't name stays as it is written.</summary>
internal sealed class ImportEdits(SemanticModel model, CompilationUnitSyntax root, SourceText text)
{
    private const string Interop = "System.Runtime.InteropServices";

    private readonly List<TextChange> _changes = [];

    public IReadOnlyList<TextChange> Changes => _changes;

    public static async Task<ImportEdits?> Of(Document document, CancellationToken cancellation) =>
        await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
        && await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is CompilationUnitSyntax root
            ? new(model, root, await document.GetTextAsync(cancellation).ConfigureAwait(false))
            : null;

    /// <summary>The import at a place; null if there is none that can be converted.</summary>
    public (MethodDeclarationSyntax Syntax, IMethodSymbol Method, Import Import)? Find(TextSpan span) =>
        root.FindNode(span).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } syntax && model.GetDeclaredSymbol(syntax) is { } method
        && ImportReader.Read(method, CancellationToken.None).Import is { } import
            ? (syntax, method, import)
            : null;

    /// <summary>Converts the declaration of one import, and makes the types around it partial.</summary>
    public void Convert(MethodDeclarationSyntax method, Import import)
    {
        if (
            import.Attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax attribute
            || attribute.SyntaxTree != root.SyntaxTree)
        {
            return;
        }

        Names names = new(model, method.SpanStart);
        ImportArguments arguments = new(model, attribute, method.Identifier.ValueText);
        string function = names.Of("Ffi", "NativeFunctionAttribute", "NativeFunction") + arguments.Text(import, names);
        string convention = import.Convention is null
            ? ""
            : $", {names.Of(Interop, "UnmanagedCallConvAttribute", "UnmanagedCallConv")}(CallConvs = [typeof({names.Of("System.Runtime.CompilerServices", import.Convention, import.Convention)})])";
        Replace(attribute.Span, function + convention);
        foreach (MarshalAsAddition addition in import.Additions)
        {
            string marshalAs =
                $"{names.Of(Interop, "MarshalAsAttribute", "MarshalAs")}({names.Of(Interop, "UnmanagedType", "UnmanagedType")}.{addition.UnmanagedType})";
            if (addition.Ordinal >= 0)
            {
                Insert(method.ParameterList.Parameters[addition.Ordinal].SpanStart, $"[{marshalAs}] ");
            }
            else
            {
                InsertBehind((AttributeListSyntax)attribute.Parent!, $"[return: {marshalAs}]");
            }
        }

        if (import.IsDllImport)
        {
            MakePartial(method);
        }

        foreach (TypeDeclarationSyntax type in method.Ancestors().OfType<TypeDeclarationSyntax>())
        {
            if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                Insert(type.Keyword.SpanStart, "partial ");
            }
        }

        if (!names.SeesFfi)
        {
            Insert(UsingPlace.Of(root), "using Ffi;" + EndOfLine());
        }
    }

    /// <summary>Makes a type a library.</summary>
    public void AddLibrary(TypeDeclarationSyntax type, IMethodSymbol method, Import import)
    {
        Names names = new(model, type.SpanStart);
        string name = LibraryExpression.Of(model, type, method, import);
        int start = type.GetFirstToken().SpanStart;
        string line = text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(start).Start, start));
        string space = string.IsNullOrWhiteSpace(line) ? EndOfLine() + line : " ";
        Insert(start, $"[{names.Of("Ffi", "NativeLibraryAttribute", "NativeLibrary")}({name})]{space}");
    }

    // `partial` stands last; a partial method that returns something must say how accessible it is (CS8796).
    private void MakePartial(MethodDeclarationSyntax method)
    {
        if (!method.Modifiers.Any(static token => SyntaxFacts.IsAccessibilityModifier(token.Kind())))
        {
            Insert(method.Modifiers[0].SpanStart, "private ");
        }

        SyntaxToken external = method.Modifiers.FirstOrDefault(static token => token.IsKind(SyntaxKind.ExternKeyword));
        int space = external.TrailingTrivia is [var first, ..] && first.IsKind(SyntaxKind.WhitespaceTrivia) ? first.Span.Length : 0;
        Replace(new TextSpan(external.SpanStart, external.Span.Length + space), "");
        Insert(method.ReturnType.SpanStart, "partial ");
    }

    // On the same line, or on a line of its own as the list itself has one.
    private void InsertBehind(AttributeListSyntax list, string added)
    {
        SyntaxTriviaList trailing = list.GetLastToken().TrailingTrivia;
        int start = list.SpanStart;
        string indent = text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(start).Start, start));
        bool hasLine = trailing.Any(SyntaxKind.EndOfLineTrivia) && string.IsNullOrWhiteSpace(indent);
        Insert(list.Span.End, (hasLine ? EndOfLine() + indent : " ") + added);
    }

    private string EndOfLine()
    {
        TextLine first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    private void Insert(int position, string added) => Replace(new TextSpan(position, 0), added);

    private void Replace(TextSpan span, string added)
    {
        TextChange change = new(span, added);
        if (!_changes.Contains(change))
        {
            _changes.Add(change);
        }
    }
}
