using System.Composition;
using Ffi.Generators.Analysis;
using Ffi.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Liveness;

/// <summary>FFI1009: holds the handle with an add-ref around the statement that uses it raw.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddRefFix() : StatementFix(DiagnosticIds.RawHandleOutlivesOwner, "Hold the handle with an add-ref")
{
    private protected override IReadOnlyList<TextChange>? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        bool isRaw = !diagnostic.Properties.ContainsKey(FixProperties.Instead);
        if (
            !isRaw
            || node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(IsRawHandle)
                is not { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax handle } }
            || node.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } statement
            || statement is not (ExpressionStatementSyntax or ReturnStatementSyntax { Expression: not null }))
        {
            return null;
        }

        string indent = IndentOf(statement);
        string flag = $"is{char.ToUpperInvariant(handle.Identifier.ValueText[0])}{handle.Identifier.ValueText.Substring(1)}Held";
        string text = string.Join(
            "\n" + indent,
            $"bool {flag} = false;",
            "try",
            "{",
            $"    {handle}.DangerousAddRef(ref {flag});",
            $"    {statement.ToString().Replace("\n", "\n    ")}",
            "}",
            "finally",
            "{",
            $"    if ({flag})",
            "    {",
            $"        {handle}.DangerousRelease();",
            "    }",
            "}");
        return [new(statement.Span, text)];
    }

    private static bool IsRawHandle(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DangerousGetHandle" };
}
