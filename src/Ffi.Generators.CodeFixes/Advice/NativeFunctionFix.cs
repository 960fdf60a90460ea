using System.Collections.Immutable;
using System.Composition;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ffi.Generators.CodeFixes.Advice;

/// <summary>FFI2001: turns an import, or every import of a document, project or solution, into a native function, and its type into a
/// library.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NativeFunctionFix : CodeFixProvider
{
    internal const string Title = "Convert to a native function";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.CouldBeNativeFunction];

    // Imports of one type change the type itself at one place, wherever they stand, which a batch would do for each document.
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => NativeFunctionFixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    Title,
                    cancel => ImportConversion.Convert(context.Document.Project.Solution, [(context.Document, diagnostic)], cancel),
                    Title),
                diagnostic);
        }

        return Task.CompletedTask;
    }
}
