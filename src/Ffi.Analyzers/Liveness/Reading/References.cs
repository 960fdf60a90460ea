using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Variables, fields and elements, read as the program does, and written.</summary>
internal static class References
{
    public static Value Read(IOperation operation, Moment moment)
    {
        if (operation is IFieldReferenceOperation { ConstantValue: { HasValue: true } known })
        {
            return Values.OfConstant(known.Value);
        }

        if (operation is IFieldReferenceOperation { Instance: { } instance } field)
        {
            if (FinalizableMembers.OfField(field, moment) is { } raw)
            {
                return Value.Of(raw, Role.Address);
            }

            if (instance is not IInstanceReferenceOperation)
            {
                moment.Read(instance);
            }
        }
        else if (operation is IFieldReferenceOperation { Field: { } constant } && Values.IsZeroField(constant))
        {
            return Value.Of(Value.Null);
        }
        else if (operation is IArrayElementReferenceOperation element)
        {
            moment.Use(
                moment.Read(element.ArrayReference),
                operation.Syntax,
                UseKind.Dereference,
                element.ArrayReference.Syntax.ToString());
            foreach (IOperation index in element.Indices)
            {
                moment.Read(index);
            }
        }

        return PlaceReader.Of(operation, moment) is { } place ? Read(place, operation, moment) : Value.Unknown;
    }

    public static Value Read(Place place, IOperation operation, Moment moment)
    {
        if (!IsSteady(operation, place))
        {
            return Things.Opaque(operation, null, isRooted: true, moment);
        }

        if (moment.State.At(place) is { } known)
        {
            return known;
        }

        if (PlaceReader.IsUntracked(place, moment))
        {
            return Value.Unknown;
        }

        ISymbol? symbol = operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        };
        bool isRooted =
            symbol is not (ILocalSymbol or IParameterSymbol)
            && !(IsOwnedHandle(operation, place) && IsOnlyHere(place with { Path = [] }, moment));
        Value value = Things.Opaque(operation, symbol, isRooted, moment);
        if (value.Facts.Length > 0)
        {
            moment.Do(new Keep(place, value, operation.Syntax));
        }

        return value;
    }

    /// <summary>Stores a value; where closures write the variable too, other code has it now.</summary>
    public static void Write(Place place, Value value, SyntaxNode site, Moment moment)
    {
        moment.Do(PlaceReader.IsUntracked(place, moment) ? new Escape(value) : new Store(place, value, site));
        if (!place.IsHeap && place.Variable is { } variable && moment.Scope.IsCaptured(variable))
        {
            // The variable outlives the lambda.
            moment.Escape(Value.Of(value.Facts.Where(static f => f.Role == Role.Self)));
        }
    }

    /// <summary>Whether no other code has the object.</summary>
    public static bool IsOnlyHere(Value owner, Moment moment) =>
        !owner.Facts.Any(f => f.Role == Role.Self && moment.StandingOf(f.Resource).Escaped);

    // No other code has the object that the place holds.
    private static bool IsOnlyHere(Place place, Moment moment) => moment.State.At(place) is not { } owner || IsOnlyHere(owner, moment);

    // Whether reading twice gives the same: not a computed property, not memory behind a pointer, not an element at a variable index.
    private static bool IsSteady(IOperation operation, Place place) =>
        operation switch
        {
            { } when Pointers.IsDereference(operation) => !place.IsHeap && place.Variable is not null,
            IFieldReferenceOperation { Instance: { } instance } when Pointers.IsDereference(instance) => !place.IsHeap
                && place.Variable is not null,
            IPropertyReferenceOperation when IsOwnedHandle(operation, place) => true,
            IPropertyReferenceOperation { Instance: not IInstanceReferenceOperation, Property: { } property } => property
                .ContainingType.GetMembers()
                .Any(m => m is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)),
            IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation } element => element.Indices.All(static i =>
                i.ConstantValue.HasValue),
            _ => true,
        };

    // A framework object owns its handle for life: FileStream, MemoryMappedViewAccessor.
    private static bool IsOwnedHandle(IOperation operation, Place place) =>
        operation is IPropertyReferenceOperation
        && !place.IsHeap
        && place.Root is { Kind: TermKind.Capture } or { Symbol: ILocalSymbol }
        && Types.IsSafeHandle(operation.Type);
}
