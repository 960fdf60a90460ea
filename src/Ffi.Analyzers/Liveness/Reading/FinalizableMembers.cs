using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Raw handles in an object that has a finalizer: each is valid as long as the object is.</summary>
internal static class FinalizableMembers
{
    public static Resource? OfField(IFieldReferenceOperation field, Moment moment)
    {
        if (field.Field.IsStatic || IsLooseIn(moment.Scope) || !Types.IsAddress(field.Type) || !Types.HasFinalizer(field.Instance!.Type))
        {
            return null;
        }

        ISymbol? owner = field.Instance switch
        {
            IInstanceReferenceOperation => null,
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => field.Field,
        };
        bool isOfAnother = SymbolEqualityComparer.Default.Equals(owner, field.Field);
        return isOfAnother || !moment.Scope.Summaries.IsFreedByFinalizer(field.Field, field.Syntax) ? null : Know(field.Syntax, field.Field.Name, owner, field.Field, moment);
    }

    /// <summary><c>protected IntPtr Handle => _handle;</c> or <c>{ get; }</c>: as good as the field, if that is all it does.</summary>
    public static Resource? OfProperty(IPropertyReferenceOperation property, Moment moment)
    {
        MethodSummaries summaries = moment.Scope.Summaries;
        if (IsLooseIn(moment.Scope) || !Types.IsAddress(property.Type) || !Types.HasFinalizer(property.Property.ContainingType))
        {
            return null;
        }

        ISymbol? freed = summaries.IsFreedByFinalizer(property.Property, property.Syntax) ? property.Property
            : FieldBehind(property.Property) is { } behind && summaries.IsFreedByFinalizer(behind, property.Syntax) ? behind
            : null;
        return freed is null ? null : Know(property.Syntax, property.Property.Name, null, freed, moment);
    }

    private static Resource Know(SyntaxNode site, string name, ISymbol? owner, ISymbol freed, Moment moment)
    {
        var resource = new Resource(ResourceKind.FinalizableField, site);
        var standing = new Standing { Name = name, Symbol = owner };
        standing = moment.Scope.Method is { } method && DoubtList.CleanUp.Speaks(method.Name) ? standing.Doubt(DoubtList.CleanUp) : standing;
        moment.Do(new Describe(resource, moment.Scope.Summaries.DoubtsOfFinalizer(freed).Aggregate(standing, static (doubted, doubt) => doubted.Doubt(doubt))));
        return resource;
    }

    // The finalizer runs when nothing else uses the object; a constructor's caller waits for the object.
    private static bool IsLooseIn(MethodScope scope) => scope.IsNested || scope.Method is null or { MethodKind: MethodKind.Destructor or MethodKind.Constructor };

    private static IFieldSymbol? FieldBehind(IPropertySymbol property) =>
        property.GetMethod is { } getter && Returned(MethodSummaries.BodyOf(getter)) is IdentifierNameSyntax { Identifier.ValueText: { } field }
            ? property.ContainingType.GetMembers(field).OfType<IFieldSymbol>().FirstOrDefault()
            : null;

    private static ExpressionSyntax? Returned(SyntaxNode? body) =>
        body switch
        {
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            BlockSyntax { Statements: [ReturnStatementSyntax only] } => only.Expression,
            _ => null,
        };
}
