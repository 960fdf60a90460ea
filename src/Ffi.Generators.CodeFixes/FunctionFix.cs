using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.CodeFixes;

/// <summary>Changes a function's modifiers or body to what its library asks for: FFI0009, FFI0010, FFI0014, FFI0015 and FFI0023.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class FunctionFix : DeclarationFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["FFI0009", "FFI0010", "FFI0014", "FFI0015", "FFI0023"];

    private protected override bool IsTarget(MemberDeclarationSyntax declaration) => declaration is MethodDeclarationSyntax;

    private protected override (string Title, MemberDeclarationSyntax Changed)? Change(
        MemberDeclarationSyntax declaration,
        string diagnostic) =>
        diagnostic switch
        {
            "FFI0009" => ("Make the function partial", declaration.WithPartial().WithAccessibility()),
            "FFI0010" => ("Remove the body", WithoutBody((MethodDeclarationSyntax)declaration).WithPartial().WithAccessibility()),
            "FFI0014" => ("Make the function static", declaration.WithStatic()),
            "FFI0015" => ("Make the function an instance method", declaration.Without(SyntaxKind.StaticKeyword)),
            "FFI0023" => (
                "Make the function partial in place of extern",
                declaration.Without(SyntaxKind.ExternKeyword).WithPartial().WithAccessibility()),
            _ => null,
        };

    // The half with the attribute stays; a body in another half is not this declaration's to remove.
    private static MethodDeclarationSyntax WithoutBody(MethodDeclarationSyntax method)
    {
        if (method.Body is null && method.ExpressionBody is null)
        {
            return method;
        }

        SyntaxToken end = SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(method.GetTrailingTrivia());
        return method
            .WithParameterList(method.ParameterList.WithoutTrailingTrivia())
            .WithBody(null)
            .WithExpressionBody(null)
            .WithSemicolonToken(end);
    }
}
