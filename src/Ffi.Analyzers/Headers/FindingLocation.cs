using System.Collections.Immutable;
using Ffi.Headers.Checking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Analyzers.Headers;

/// <summary>Makes a diagnostic of a finding: its place in the source, and the edit that fixes it.</summary>
internal static class FindingLocation
{
    /// <summary>The property that holds what the text at the additional location should be.</summary>
    public const string Replacement = "Replacement";

    /// <summary>The diagnostic; null if no part of it is in the source.</summary>
    public static Diagnostic? Of(Finding finding, ISymbol reporter, CancellationToken cancellation)
    {
        Place? place =
            PlaceOf(finding, finding.Origin, cancellation)
            ?? PlaceOf(finding, finding.Declaration, cancellation)
            ?? (reporter.Locations.FirstOrDefault(static location => location.IsInSource) is { } somewhere ? new Place(somewhere) : null);
        if (place is null)
        {
            return null;
        }

        bool hasEdit = place.Value.Edit is not null && place.Value.EditText is not null;
        ImmutableDictionary<string, string?> properties = hasEdit
            ? ImmutableDictionary<string, string?>.Empty.Add(Replacement, place.Value.EditText)
            : ImmutableDictionary<string, string?>.Empty;
        return Diagnostic.Create(
            HeaderDescriptors.Of(finding.Rule),
            place.Value.Location,
            HeaderDescriptors.SeverityOf(finding.Severity),
            hasEdit ? [place.Value.Edit!] : [],
            properties,
            finding.FullMessage);
    }

    private static Place? PlaceOf(Finding finding, object? origin, CancellationToken cancellation) =>
        origin switch
        {
            Location location => new Place(location),
            IParameterSymbol parameter => OfParameter(parameter, finding.Replacement, cancellation),
            IMethodSymbol method when finding.Parameter == -1 => OfResult(method, finding.Replacement, cancellation),
            IMethodSymbol method when finding.Rule == CheckRule.UnknownSymbol => OfSymbol(method, finding, cancellation),
            IFieldSymbol field => OfValue(field, finding.Replacement, cancellation),
            AttributeData attribute => OfAttribute(attribute, finding, cancellation),
            SyntaxNode node => new Place(node.GetLocation()),
            ISymbol symbol => symbol.Locations.FirstOrDefault(static location => location.IsInSource) is { } location
                ? new Place(location)
                : null,
            _ => null,
        };

    // The type with 'out' or 'in' before it.
    private static Place? OfParameter(IParameterSymbol parameter, string? replacement, CancellationToken cancellation)
    {
        if (SyntaxOf(parameter, cancellation) is not { } syntax)
        {
            return null;
        }

        if (syntax is ParameterSyntax { Type: { } type } declared)
        {
            SyntaxToken first = declared.Modifiers.FirstOrDefault(static modifier =>
                modifier.Kind() is SyntaxKind.OutKeyword or SyntaxKind.InKeyword or SyntaxKind.RefKeyword);
            int start = first.IsKind(SyntaxKind.None) ? type.SpanStart : first.SpanStart;
            Location location = Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(start, type.Span.End));
            return new Place(location, location, HasMarshalAs(declared.AttributeLists) ? null : replacement);
        }

        return new Place(syntax.GetLocation());
    }

    private static Place? OfResult(IMethodSymbol method, string? replacement, CancellationToken cancellation) =>
        SyntaxOf(method, cancellation) switch
        {
            MethodDeclarationSyntax declared => new Place(
                declared.ReturnType.GetLocation(),
                declared.ReturnType.GetLocation(),
                HasMarshalAs(declared.AttributeLists) ? null : replacement),
            DelegateDeclarationSyntax declared => new Place(
                declared.ReturnType.GetLocation(),
                declared.ReturnType.GetLocation(),
                HasMarshalAs(declared.AttributeLists) ? null : replacement),
            _ => method.MethodKind != MethodKind.FunctionPointerSignature
            && method.Locations.FirstOrDefault(static location => location.IsInSource) is { } location
                ? new Place(location)
                : null,
        };

    private static Place? OfSymbol(IMethodSymbol method, Finding finding, CancellationToken cancellation)
    {
        Location? name = method.Locations.FirstOrDefault(static location => location.IsInSource);
        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is not ("DllImportAttribute" or "LibraryImportAttribute" or "NativeFunctionAttribute")
                || attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax)
            {
                continue;
            }

            string? literal = finding.Replacement is { } replacement ? SymbolDisplay.FormatLiteral(replacement, quote: true) : null;
            if (LiteralOf(syntax, finding.Symbol) is { } written)
            {
                return new Place(written.GetLocation(), written.GetLocation(), literal);
            }

            bool isOurs = attribute.AttributeClass.Name == "NativeFunctionAttribute";
            int at = syntax.ArgumentList?.CloseParenToken.SpanStart ?? syntax.Span.End;
            string insertion = (isOurs, syntax.ArgumentList) switch
            {
                (true, null) => $"({literal})",
                (true, _) => "",
                _ => $", EntryPoint = {literal}",
            };
            bool canInsert = literal is not null && insertion.Length > 0 && name is not null;
            return name is null
                ? null
                : new Place(name, canInsert ? Location.Create(syntax.SyntaxTree, new TextSpan(at, 0)) : null, canInsert ? insertion : null);
        }

        return name is null ? null : new Place(name);
    }

    // The value, where one is written.
    private static Place? OfValue(IFieldSymbol field, string? replacement, CancellationToken cancellation)
    {
        ExpressionSyntax? value = SyntaxOf(field, cancellation) switch
        {
            EnumMemberDeclarationSyntax { EqualsValue.Value: var written } => written,
            VariableDeclaratorSyntax { Initializer.Value: var written } => written,
            _ => null,
        };
        return value is not null ? new Place(value.GetLocation(), value.GetLocation(), replacement)
            : field.Locations.FirstOrDefault(static location => location.IsInSource) is { } location ? new Place(location)
            : null;
    }

    private static Place? OfAttribute(AttributeData attribute, Finding finding, CancellationToken cancellation)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax)
        {
            return null;
        }

        Location location = (LiteralOf(syntax, finding.Symbol) ?? (SyntaxNode)syntax).GetLocation();
        return new Place(
            location,
            location,
            LiteralOf(syntax, finding.Symbol) is not null && finding.Replacement is { } replacement
                ? SymbolDisplay.FormatLiteral(replacement, quote: true)
                : null);
    }

    private static LiteralExpressionSyntax? LiteralOf(AttributeSyntax attribute, string text) =>
        attribute.DescendantNodes().OfType<LiteralExpressionSyntax>().FirstOrDefault(literal => literal.Token.ValueText == text);

    private static bool HasMarshalAs(SyntaxList<AttributeListSyntax> lists) =>
        lists.SelectMany(static list => list.Attributes).Any(static attribute => attribute.Name.ToString().Contains("Marshal"));

    private static SyntaxNode? SyntaxOf(ISymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);

    /// <summary>Where a finding is shown, and what to write where.</summary>
    private readonly record struct Place(Location Location, Location? Edit = null, string? EditText = null);
}
