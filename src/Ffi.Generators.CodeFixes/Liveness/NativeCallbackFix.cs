using System.Composition;
using Ffi.Generators.Analysis;
using Ffi.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Liveness;

/// <summary>FFI1008: makes the delegate a <c>NativeCallback</c> that lives until the end of the block, where it was a temporary passed to a
/// call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NativeCallbackFix() : StatementFix(DiagnosticIds.CallbackNotKeptAlive, "Make the delegate a NativeCallback")
{
    private protected override IReadOnlyList<TextChange>? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Instead, out string? type) || type is null
            || node is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: { } callback }] } thunk
            || thunk.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } statement)
        {
            return null;
        }

        string name = FreeName(root, "callback", "nativeCallback");
        string made = callback is ObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ } wrapped] }
            ? wrapped.ToString()
            : callback.ToString();
        return
        [
            new(new(statement.SpanStart, 0), $"using var {name} = NativeCallback<{type}>.Create({made});\n{IndentOf(statement)}"),
            new(thunk.Span, $"{name}.Pointer"),
        ];
    }
}
