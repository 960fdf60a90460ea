using System.Composition;
using Ffi.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Liveness;

/// <summary>FFI1012: wraps the callback's body in a <c>try</c> that fails fast, with the exception in the crash report.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CatchAllFix() : StatementFix(DiagnosticIds.ExceptionLeavesCallback, "Catch every exception and fail fast")
{
    private protected override IReadOnlyList<TextChange>? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Body: { Statements.Count: > 0 } body } method)
        {
            return null;
        }

        string outer = IndentOf(method);
        string inner = outer + "    ";
        bool isVoid = method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        string statements = string.Join(
            "\n",
            body.Statements.ToFullString().TrimEnd().Split('\n').Select(l => l.Trim().Length == 0 ? "" : "    " + l.TrimEnd('\r')));
        string wrapped =
            $"{{\n{inner}try\n{inner}{{\n{statements}\n{inner}}}\n{inner}catch (Exception exception)\n{inner}{{\n{inner}    Environment.FailFast(exception.Message, exception);\n"
            + (isVoid ? "" : $"{inner}    return default;\n")
            + $"{inner}}}\n{outer}}}";
        return [new(body.Span, wrapped)];
    }
}
