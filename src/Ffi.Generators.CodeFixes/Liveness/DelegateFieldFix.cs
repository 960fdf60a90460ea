using System.Collections.Immutable;
using System.Composition;
using Ffi.Generators.Analysis;
using Ffi.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Liveness;

/// <summary>FFI1008: keeps a delegate in a field, where it was made for a parameter that native code keeps.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DelegateFieldFix : OneEditFix
{
    private const string Title = "Keep the delegate in a field";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.CallbackNotKeptAlive];

    private protected override (string Title, Func<CancellationToken, Task<Document>> Edit)? FindEdit(
        Document document,
        SyntaxNode root,
        Diagnostic diagnostic)
    {
        SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (
            !diagnostic.Properties.TryGetValue(FixProperties.Instead, out string? type)
            || node.FirstAncestorOrSelf<ArgumentSyntax>()
                is not {
                    Expression: (AnonymousFunctionExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax) and var made
                }
            || node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { Parent: ClassDeclarationSyntax } member)
        {
            return null;
        }

        bool isStatic = member.Modifiers.Any(SyntaxKind.StaticKeyword);
        bool isNullable =
            document.Project.CompilationOptions is CSharpCompilationOptions { NullableContextOptions: not NullableContextOptions.Disable };
        string name = FreeName(root, isStatic ? "s_callback" : "_callback");
        TextChange[] changes =
        [
            new(
                new(member.SpanStart, 0),
                $"private {(isStatic ? "static " : "")}{type}{(isNullable ? "?" : "")} {name};\n\n{IndentOf(member)}"),
            new(new(made.SpanStart, 0), $"{name} = "),
        ];
        return (Title, cancellation => Apply(document, changes, cancellation));
    }
}
