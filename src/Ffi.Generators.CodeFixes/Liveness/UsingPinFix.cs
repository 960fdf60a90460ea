using System.Composition;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Liveness;

/// <summary>FFI1006: puts <c>using</c> before the declaration of a memory pin that is disposed nowhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UsingPinFix() : StatementFix(DiagnosticIds.PinNotReleased, "Dispose the pin with using")
{
    private protected override IReadOnlyList<TextChange>? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        bool isPin = node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Pin" } };
        return
            isPin
            && node.Parent
                is EqualsValueClauseSyntax
                {
                    Parent: VariableDeclaratorSyntax
                    {
                        Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration }
                    } declarator
                }
            && declaration.UsingKeyword.IsKind(SyntaxKind.None)
            && declaration.Parent?.ToString().Contains($"{declarator.Identifier.ValueText}.Dispose()") == false
            ? [new(new(declaration.SpanStart, 0), "using ")]
            : null;
    }
}
