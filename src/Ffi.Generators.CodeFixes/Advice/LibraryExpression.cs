using Ffi.Analyzers.Advice;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.CodeFixes.Advice;

/// <summary>A library's name as its type says it: the constant that the imports name it by, where it can be named there.</summary>
internal static class LibraryExpression
{
    public static string Of(SemanticModel model, TypeDeclarationSyntax type, IMethodSymbol method, Import import)
    {
        ExpressionSyntax? written = (import.Attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)
            ?.ArgumentList?.Arguments.FirstOrDefault()
            ?.Expression;
        string literal = SymbolDisplay.FormatLiteral(import.Library, quote: true);
        if (written is null or LiteralExpressionSyntax)
        {
            return written is null ? literal : written.ToString();
        }

        string[] candidates = model.GetSymbolInfo(written).Symbol is IFieldSymbol { IsConst: true } constant
            ?
            [
                written.ToString(),
                $"{constant.ContainingType.ToMinimalDisplayString(model, type.SpanStart)}.{constant.Name}",
                constant.ToDisplayString(s_qualified),
            ]
            : [written.ToString()];
        return candidates.FirstOrDefault(candidate => Means(model, type, candidate, import.Library)) ?? literal;
    }

    private static readonly SymbolDisplayFormat s_qualified = SymbolDisplayFormat.FullyQualifiedFormat.WithMemberOptions(
        SymbolDisplayMemberOptions.IncludeContainingType);

    // The attribute stands outside of the type's braces, where its members have no short names.
    private static bool Means(SemanticModel model, TypeDeclarationSyntax type, string expression, string library)
    {
        AttributeSyntax attribute = (
            (MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"[System.Obsolete({expression})] void M();")!)
            .AttributeLists[0]
            .Attributes[0];
        return model.TryGetSpeculativeSemanticModel(type.SpanStart, attribute, out SemanticModel? speculative)
            && speculative.GetConstantValue(attribute.ArgumentList!.Arguments[0].Expression) is { HasValue: true, Value: string value }
            && value == library;
    }
}
