using System.Composition;
using Ffi.Generators.Analysis;
using Ffi.Generators.CodeFixes.Liveness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Advice;

/// <summary>FFI2002: makes the delegate with <c>NativeDelegate.FromPointer</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NativeDelegateFix() : StatementFix(DiagnosticIds.CouldBeNativeDelegate, "Make a native delegate")
{
    private protected override IReadOnlyList<TextChange>? Change(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (node is not MemberAccessExpressionSyntax { Name: GenericNameSyntax name } called)
        {
            return null;
        }

        bool isImported = root is CompilationUnitSyntax unit && unit.Usings.Any(directive => directive.Name?.ToString() == "Ffi");
        return
        [
            new(called.Expression.Span, isImported ? "NativeDelegate" : "Ffi.NativeDelegate"),
            new(name.Identifier.Span, "FromPointer"),
        ];
    }
}
