using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>The place that an expression names: variables, fields, elements.</summary>
internal static class PlaceReader
{
    public static Place? Of(IOperation operation, Moment moment)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return Follow(local.Local, moment);

            case IParameterReferenceOperation parameter:
                return Follow(parameter.Parameter, moment);

            case IFlowCaptureReferenceOperation capture:
                // What a capture was made of may itself be a capture, which has ended.
                return moment.State.Variables.TryGetValue(Term.Of(capture.Id), out Value? captured) && captured.Refers is { } referred
                    && (referred.Root.Kind != TermKind.Capture || moment.State.Variables.ContainsKey(referred.Root))
                    ? referred : Place.Local(Term.Of(capture.Id));

            case IDeclarationExpressionOperation declaration:
                return Of(declaration.Expression, moment);

            // if ((p = Make()) == null)
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                return Of(assignment.Target, moment);

            case IConversionOperation { Conversion.IsIdentity: true } conversion:
                return Of(conversion.Operand, moment);

            // IntPtr.Zero is a number, and no place that all who use it share.
            case IFieldReferenceOperation { Field: { } number } when number.IsConst || Values.IsZeroField(number):
                return null;

            case IFieldReferenceOperation field:
                return OfMember(field.Instance, field.Field, moment);

            case IPropertyReferenceOperation { Instance: { } nullable, Property.Name: "Value" } when Types.IsNullable(nullable.Type):
                return Of(nullable, moment);

            case IInvocationOperation { Instance: { } nullable, TargetMethod.Name: "GetValueOrDefault" }
                when Types.IsNullable(nullable.Type):
                return Of(nullable, moment);

            case IPropertyReferenceOperation { Arguments.Length: 0 } property:
                return OfMember(property.Instance, property.Property, moment);

            case IPropertyReferenceOperation { Instance: { } indexed, Arguments: { } arguments }:
                return OfElement(indexed, arguments.Select(static a => a.Value), moment);

            case IArrayElementReferenceOperation element:
                return OfElement(element.ArrayReference, element.Indices, moment);

            case { } when Pointers.IsDereference(operation):
                return OfPointed(operation, moment);

            default:
                return null;
        }
    }

    /// <summary>Whether the place holds an object that this method made, so that what is inside it is known.</summary>
    public static bool IsFresh(Place place, Moment moment) =>
        moment.State.At(place) is { } value
        && value.Facts.Any(static f => f is { Role: Role.Self, Resource.Kind: ResourceKind.Fresh or ResourceKind.Static });

    /// <summary>Whether closures write the variable, so that nothing is known of it.</summary>
    public static bool IsUntracked(Place place, Moment moment) =>
        place is { IsHeap: false, Variable: { } variable } && moment.Scope.Shape.IsWrittenByClosure(variable);

    /// <summary>The selector of a member; of a tuple's element, its number, whatever it is called.</summary>
    public static Term StepTo(ISymbol member) =>
        member is IFieldSymbol { CorrespondingTupleField: { } element } && int.TryParse(element.Name.Replace("Item", ""), out int number)
            ? Term.Constant(number)
            : Term.Of(member.OriginalDefinition);

    private static Place Follow(ISymbol variable, Moment moment) =>
        variable is ILocalSymbol { RefKind: not RefKind.None }
        && moment.State.Variables.TryGetValue(Term.Of(variable), out Value? value)
        && value.Refers is { } referred
            ? referred
            : Place.Local(Term.Of(variable));

    /// <summary>The place of a member: of an object, of <c>this</c>, or of its type.</summary>
    public static Place OfMember(IOperation? instance, ISymbol member, Moment moment)
    {
        Term step = StepTo(member);
        if (instance is null)
        {
            return Place.Heap(Term.Type(member.ContainingType), step);
        }

        if (instance is IInstanceReferenceOperation)
        {
            return Place.Heap(Term.This, step);
        }

        Place? owner = Of(instance, moment);
        return owner is { IsHeap: true } || (owner is not null && (instance.Type?.IsValueType != false || IsFresh(owner, moment)))
            ? owner.Then(step)
            : Place.Heap(Terms.Of(instance, moment) ?? Term.Unique(instance.Syntax), step);
    }

    private static Place OfElement(IOperation collection, IEnumerable<IOperation> indices, Moment moment)
    {
        Term step = Term.At([.. indices.Select(index => Terms.Of(index, moment) ?? Term.Unique(index.Syntax))]);
        // An element of a span over stackalloc is a place of the frame.
        if (
            Types.IsSpan(collection.Type)
            && Values.Peek(collection, moment).Facts.FirstOrDefault(static f => f.Resource.Kind == ResourceKind.Stack).Resource is { } frame
            && moment.StandingOf(frame).Symbol is null)
        {
            return Place.Local(Term.Of(frame)).Then(step);
        }

        Place? owner = Of(collection, moment);
        return owner is { IsHeap: true } || (owner is not null && IsFresh(owner, moment))
            ? owner.Then(step)
            : Place.Heap(Terms.Of(collection, moment) ?? Term.Unique(collection.Syntax), step);
    }

    private static Place OfPointed(IOperation dereference, Moment moment)
    {
        IOperation pointer = dereference.ChildOperations.First();
        Value value = Values.Peek(pointer, moment);
        ImmutableArray<Term> path = dereference.Syntax is ElementAccessExpressionSyntax
            ? [Term.At([.. dereference.ChildOperations.Skip(1).Select(index => Terms.Of(index, moment) ?? Term.Unique(index.Syntax))])]
            : [];
        bool isFirst = path.IsEmpty || path[0].Parts is [{ Kind: TermKind.Constant, Atom: 0 }];
        foreach (Fact fact in value.Facts.Where(static f => f is { Role: Role.Address, Resource.Kind: ResourceKind.Stack }))
        {
            return moment.StandingOf(fact.Resource).Symbol is { } variable && isFirst
                ? Place.Local(Term.Of(variable))
                : new(Term.Of(fact.Resource), path, IsHeap: false);
        }

        foreach (Fact fact in value.Facts.Where(static f => f.Resource.Kind == ResourceKind.NativeMemory))
        {
            return new(Term.Of(fact.Resource), isFirst ? [Term.At([Term.Constant(0)])] : path, IsHeap: false);
        }

        return new(Term.Behind(Terms.Of(pointer, moment) ?? Term.Unique(pointer.Syntax)), path, IsHeap: true);
    }
}
