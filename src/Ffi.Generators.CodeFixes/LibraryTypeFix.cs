using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.CodeFixes;

/// <summary>Makes a library type, or a type around it, partial: FFI0001.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LibraryTypeFix : DeclarationFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["FFI0001"];

    private protected override bool IsTarget(MemberDeclarationSyntax declaration) => declaration is TypeDeclarationSyntax;

    private protected override (string Title, MemberDeclarationSyntax Changed)? Change(
        MemberDeclarationSyntax declaration,
        string diagnostic
    ) => ("Make the type partial", declaration.WithPartial());
}
