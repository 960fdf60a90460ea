using System.Collections.Immutable;
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

        (bool isHere, ISymbol? owner) = OwnerOf(field.Instance);
        return !isHere || !moment.Scope.Summaries.IsFreedByFinalizer(field.Field, field.Syntax)
            ? null
            : Know(field.Syntax, field.Field.Name, owner, field.Field, moment);
    }

    /// <summary><c>protected IntPtr Handle => _handle;</c> or <c>{ get; }</c>: as good as the field, if that is all it does.</summary>
    public static Resource? OfProperty(IPropertyReferenceOperation property, Moment moment)
    {
        MethodSummaries summaries = moment.Scope.Summaries;
        if (IsLooseIn(moment.Scope) || !Types.IsAddress(property.Type) || !Types.HasFinalizer(property.Property.ContainingType))
        {
            return null;
        }

        (bool isHere, ISymbol? owner) = OwnerOf(property.Instance);
        if (!isHere)
        {
            return null;
        }

        ISymbol? freed = summaries.IsFreedByFinalizer(property.Property, property.Syntax) ? property.Property
            : FieldBehind(property.Property) is { } behind && summaries.IsFreedByFinalizer(behind, property.Syntax) ? behind
            : null;
        return freed is null ? null : Know(property.Syntax, property.Property.Name, owner, freed, moment);
    }

    /// <summary>Whether the finalizer would free nothing just now: by what the method has put into the object, another has the handle, or
    /// it is freed already.</summary>
    public static bool IsSpent(Standing handle, Moment moment)
    {
        Term owner = handle.Symbol is { } variable ? Term.Of(variable) : Term.This;
        ImmutableDictionary<string, object> known = ImmutableDictionary.Create<string, object>(StringComparer.Ordinal);
        foreach (KeyValuePair<Place, HeapEntry> entry in moment.State.Heap)
        {
            if (
                entry.Key.Root.Equals(owner)
                && entry.Key.Path is [{ Symbol: { } member }]
                && entry.Value.IsStored
                && Known(member, entry.Value.Value) is { } value)
            {
                known = known.SetItem(member.Name, value);
            }
        }

        ISymbol freed = handle.Holds!.Symbol!;
        return !known.IsEmpty
            && ((known.TryGetValue(freed.Name, out object? now) && now == ReachedCode.Null) || !Finalizers.FreesWhen(freed, known));
    }

    private static object? Known(ISymbol member, Value value)
    {
        ITypeSymbol? type = (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;
        object? constant = value.IsNull ? 0 : value.IsConstant ? value.Known : null;
        return type is { TypeKind: TypeKind.Enum }
                ? type.GetMembers()
                    .OfType<IFieldSymbol>()
                    .FirstOrDefault(named => named.HasConstantValue && Convert.ToInt64(named.ConstantValue) == (constant as int? ?? -1))
                    ?.Name
            : value.IsNull ? ReachedCode.Null
            : constant is bool or int ? constant
            : null;
    }

    private static Resource Know(SyntaxNode site, string name, ISymbol? owner, ISymbol freed, Moment moment)
    {
        var resource = new Resource(ResourceKind.FinalizableField, site);
        var standing = new Standing
        {
            Name = name,
            Symbol = owner,
            Holds = Term.Of(freed),
        };
        standing =
            moment.Scope.Method is { } method && DoubtList.CleanUp.Speaks(method.Name) ? standing.Doubt(DoubtList.CleanUp) : standing;
        moment.Do(
            new Describe(
                resource,
                moment.Scope.Summaries.DoubtsOfFinalizer(freed).Aggregate(standing, static (doubted, doubt) => doubted.Doubt(doubt))));
        return resource;
    }

    // this.handle, other.handle; of an object that something else holds, nothing is known.
    private static (bool IsHere, ISymbol? Owner) OwnerOf(IOperation? instance) => instance switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => (true, null),
        ILocalReferenceOperation local => (true, local.Local),
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter => (true, parameter.Parameter),
        _ => (false, null),
    };

    // The finalizer runs when nothing else uses the object; a constructor's caller waits for the object.
    public static bool IsLooseIn(MethodScope scope) =>
        scope.IsNested || scope.Method is null or { MethodKind: MethodKind.Destructor or MethodKind.Constructor };

    private static IFieldSymbol? FieldBehind(IPropertySymbol property) =>
        property.GetMethod is { } getter
        && Returned(MethodSummaries.BodyOf(getter)) is IdentifierNameSyntax { Identifier.ValueText: { } field }
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
