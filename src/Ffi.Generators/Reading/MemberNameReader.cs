using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Reading;

/// <summary>Reads the names that generated members must keep clear of: those of the type, of its members, of those it inherits, and of
/// types that its own code may mean.</summary>
internal static class MemberNameReader
{
    // A nested type hides an outer type of the same name.
    private static readonly string[] s_nestedTypes = ["Symbols", "CallbackEntries"];

    public static EquatableArray<string> Read(INamedTypeSymbol type, Compilation compilation)
    {
        List<string> names = [];
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                bool isInherited = !ReferenceEquals(current, type);
                if (
                    !member.IsImplicitlyDeclared
                    && MayClash(member.Name)
                    && !(isInherited && member.DeclaredAccessibility == Accessibility.Private)
                    && !GeneratedFile.Contains(member))
                {
                    names.Add(member.Name);
                }
            }
        }

        if (MayClash(type.Name))
        {
            names.Add(type.Name);
        }

        return names.Concat(s_nestedTypes.Where(name => IsMeantOutside(name, type, compilation))).ToEquatableArray();
    }

    // Generated members are named Symbols, _symbols, Is…Available, …Pointer and CallbackEntries.
    private static bool MayClash(string name) =>
        name.TrimEnd('_').EndsWith("ymbols", StringComparison.Ordinal) || name.EndsWith("Available", StringComparison.Ordinal)
        || name.EndsWith("Pointer", StringComparison.Ordinal) || name.TrimEnd('_').EndsWith("CallbackEntries", StringComparison.Ordinal);

    private static bool IsMeantOutside(string name, INamedTypeSymbol type, Compilation compilation) =>
        type.DeclaringSyntaxReferences.Any(reference =>
            !GeneratedFile.Is(reference.SyntaxTree)
            && compilation.ContainsSyntaxTree(reference.SyntaxTree)
            && reference.GetSyntax() is TypeDeclarationSyntax syntax
            && IsFound(name, syntax.Identifier.SpanStart, compilation.GetSemanticModel(reference.SyntaxTree)));

    // Binding looks up this one name. LookupNamespacesAndTypes would first list everything that the using directives bring.
    private static bool IsFound(string name, int position, SemanticModel semantics)
    {
        SymbolInfo found = semantics.GetSpeculativeSymbolInfo(
            position,
            SyntaxFactory.IdentifierName(name),
            SpeculativeBindingOption.BindAsTypeOrNamespace);
        return found.Symbol is { } symbol
            ? !GeneratedFile.Contains(symbol)
            : found.CandidateReason == CandidateReason.Ambiguous
                && found.CandidateSymbols.Any(static candidate => !GeneratedFile.Contains(candidate));
    }
}
