using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Knowledge;

// What a type's own text says of its members: what a constructor puts into them, where an array lives, what a clean-up calls.
internal sealed partial class MethodSummaries
{
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<(string Member, int Ordinal)>> constructors = new(
        SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> pinnedArrays = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> ownFields = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> pinnables = new(SymbolEqualityComparer.Default);

    /// <summary>The members that hold an address which the constructor was given, each with the ordinal of the parameter that gave
    /// it.</summary>
    public ImmutableArray<(string Member, int Ordinal)> MembersSetBy(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.IsEmpty || !constructor.Parameters.Any(p => Types.CanHoldAddress(p.Type))
            ? []
            : constructors.GetOrAdd(constructor.OriginalDefinition, ReadMembers);

    /// <summary>Whether the type's text gives the field or property an array of the pinned heap.</summary>
    public bool IsOnPinnedHeap(ISymbol array) =>
        pinnedArrays.GetOrAdd(
            array.OriginalDefinition,
            static member =>
                member
                    .ContainingType.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax().DescendantNodes())
                    .OfType<InvocationExpressionSyntax>()
                    .Any(call =>
                        call.Expression
                            is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AllocateArray" or "AllocateUninitializedArray" }
                        && call.ArgumentList.Arguments is { Count: 2 } arguments
                        && arguments[1].Expression.IsKind(SyntaxKind.TrueLiteralExpression)
                        && NameOfTarget(call) == member.Name));

    /// <summary>Whether <c>fixed</c> over the type pins an array or a field of an object: its <c>GetPinnableReference</c> shows
    /// it.</summary>
    public bool PinsManagedMemory(ITypeSymbol type) =>
        pinnables.GetOrAdd(
            type.OriginalDefinition,
            owner =>
                owner
                    .GetMembers("GetPinnableReference")
                    .OfType<IMethodSymbol>()
                    .SelectMany(m => BodyOf(m)?.DescendantNodesAndSelf() ?? [])
                    .OfType<RefExpressionSyntax>()
                    .Any(reference =>
                        reference.Expression is ElementAccessExpressionSyntax element
                            ? FieldOf(owner, element.Expression) is { Type: IArrayTypeSymbol } array && !IsOnPinnedHeap(array)
                            : owner.IsReferenceType && FieldOf(owner, reference.Expression) is { IsStatic: false, RefKind: RefKind.None }));

    /// <summary>Whether all that the type's text puts into the field is made there, by a constructor or a call, so that no other code has
    /// it.</summary>
    public bool IsMadeByItsType(IFieldSymbol field) =>
        ownFields.GetOrAdd(
            field.OriginalDefinition,
            static member =>
            {
                ExpressionSyntax[] given =
                [
                    .. member
                        .ContainingType.DeclaringSyntaxReferences.SelectMany(static r => r.GetSyntax().DescendantNodes())
                        .SelectMany(node =>
                            node switch
                            {
                                AssignmentExpressionSyntax assignment when NameOf(assignment.Left) == member.Name => [assignment.Right],
                                VariableDeclaratorSyntax { Initializer.Value: { } initial } declarator
                                    when declarator.Identifier.ValueText == member.Name => [initial],
                                _ => (ExpressionSyntax[])[],
                            })
                        .Where(static value => !value.IsKind(SyntaxKind.NullLiteralExpression)),
                ];
                return given.Length > 0
                    && given.All(static value => value is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax);
            });

    private static ImmutableArray<(string Member, int Ordinal)> ReadMembers(IMethodSymbol constructor)
    {
        SyntaxNode declaration = constructor.DeclaringSyntaxReferences[0].GetSyntax();
        IEnumerable<(string? Member, ExpressionSyntax Value)> stores = declaration switch
        {
            ConstructorDeclarationSyntax => declaration
                .DescendantNodes()
                .OfType<AssignmentExpressionSyntax>()
                .Where(a => a.IsKind(SyntaxKind.SimpleAssignmentExpression))
                .SelectMany(Pairs),
            TypeDeclarationSyntax type => type
                .Members.OfType<FieldDeclarationSyntax>()
                .SelectMany(f => f.Declaration.Variables)
                .Where(v => v.Initializer is not null)
                .Select(v => ((string?)v.Identifier.ValueText, v.Initializer!.Value))
                .Concat(
                    type.Members.OfType<PropertyDeclarationSyntax>()
                        .Where(p => p.Initializer is not null)
                        .Select(p => ((string?)p.Identifier.ValueText, p.Initializer!.Value))),
            _ => [],
        };
        var members = ImmutableArray.CreateBuilder<(string, int)>();
        foreach ((string? member, ExpressionSyntax value) in stores)
        {
            if (
                member is not null
                && constructor.Parameters.FirstOrDefault(p => p.Name == ParameterIn(value)) is { } parameter
                && Types.CanHoldAddress(parameter.Type))
            {
                members.Add((member, parameter.Ordinal));
            }
        }

        if (declaration is RecordDeclarationSyntax)
        {
            members.AddRange(constructor.Parameters.Where(p => Types.CanHoldAddress(p.Type)).Select(p => (p.Name, p.Ordinal)));
        }

        return members.ToImmutable();
    }

    private static IEnumerable<(string? Member, ExpressionSyntax Value)> Pairs(AssignmentExpressionSyntax assignment) =>
        assignment is { Left: TupleExpressionSyntax left, Right: TupleExpressionSyntax right }
            ? left.Arguments.Zip(right.Arguments, (l, r) => (NameOf(l.Expression), r.Expression))
            : [(NameOf(assignment.Left), assignment.Right)];

    // (nint)p, new IntPtr(p), p + offset.
    private static string? ParameterIn(ExpressionSyntax value) =>
        value switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            CastExpressionSyntax cast => ParameterIn(cast.Expression),
            ParenthesizedExpressionSyntax inner => ParameterIn(inner.Expression),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => ParameterIn(sum.Left),
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ } only] } => ParameterIn(only.Expression),
            _ => null,
        };

    private static string? NameOfTarget(SyntaxNode value) =>
        value.Parent switch
        {
            AssignmentExpressionSyntax assignment => NameOf(assignment.Left),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => declarator.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            _ => null,
        };

    private static IFieldSymbol? FieldOf(ITypeSymbol owner, ExpressionSyntax expression) =>
        NameOf(expression) is { } name ? owner.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault() : null;
}
