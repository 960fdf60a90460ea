using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Where a value goes, and what is written through.</summary>
internal static class Assignments
{
    public static Value Read(ISimpleAssignmentOperation assignment, Moment moment)
    {
        if (assignment.Target is ILocalReferenceOperation { Local.IsFixed: true } pinned)
        {
            return FixedReader.Read(pinned.Local, assignment.Value, moment);
        }

        if (assignment.IsRef)
        {
            Value target = Value.Of(Origins.Of(assignment.Value, moment).Facts).WithRefers(PlaceReader.Of(assignment.Value, moment));
            if (assignment.Target is ILocalReferenceOperation alias)
            {
                moment.Do(new Keep(Place.Local(Term.Of(alias.Local)), target, assignment.Syntax));
            }

            return target;
        }

        ReadTarget(assignment.Target, moment);
        Value value = moment.Read(assignment.Value).WithRefers(null);
        if (
            value.Facts.IsEmpty
            && value.Known is null
            && value.Fields.IsEmpty
            && assignment.Target is ILocalReferenceOperation or IParameterReferenceOperation)
        {
            value = Things.Opaque(assignment.Value, null, isRooted: true, moment);
        }

        Put(assignment, value, moment);
        NameAfter(assignment.Target, value, moment);
        return value;
    }

    public static Value ReadCompound(ICompoundAssignmentOperation compound, Moment moment)
    {
        ReadTarget(compound.Target, moment);
        Value before = moment.Read(compound.Target);
        moment.Read(compound.Value);
        return Change(compound.Target, compound, before, moment);
    }

    public static Value ReadIncrement(IIncrementOrDecrementOperation increment, Moment moment)
    {
        ReadTarget(increment.Target, moment);
        Value before = moment.Read(increment.Target);
        Value after = Change(increment.Target, increment, before, moment);
        return increment.IsPostfix ? before.AsAddress() : after;
    }

    public static Value ReadDeconstruction(IDeconstructionAssignmentOperation deconstruction, Moment moment)
    {
        Value value = moment.Read(deconstruction.Value);
        IOperation target = deconstruction.Target is IDeclarationExpressionOperation declaration
            ? declaration.Expression
            : deconstruction.Target;
        if (target is ITupleOperation tuple)
        {
            for (int i = 0; i < tuple.Elements.Length; i++)
            {
                if (PlaceReader.Of(tuple.Elements[i], moment) is { } place)
                {
                    References.Write(place, value.Field([Term.Constant(i + 1)]) ?? Value.Unknown, deconstruction.Value.Syntax, moment);
                }
            }
        }

        return value;
    }

    public static Value ReadSubscription(IEventAssignmentOperation subscription, Moment moment)
    {
        Value handler = moment.Read(subscription.HandlerValue);
        if (subscription.Adds)
        {
            moment.Use(handler, subscription.HandlerValue.Syntax, UseKind.Capture, "an event");
            moment.Escape(handler);
        }

        return Value.Unknown;
    }

    private static void Put(ISimpleAssignmentOperation assignment, Value value, Moment moment)
    {
        IMethodSymbol? setter = (assignment.Target as IPropertyReferenceOperation)?.Property.SetMethod;
        if (setter is not null)
        {
            Retentions.EndBy(new(assignment, setter, ((IPropertyReferenceOperation)assignment.Target).Instance, Value.Unknown, []), moment);
        }

        if (assignment.Target is IMemberReferenceOperation { Instance.Type: { } owner } && Types.HasFinalizer(owner))
        {
            // If the object is forgotten, its finalizer still has the value.
            moment.Escape(Value.Of(value.Facts.Where(static f => f.Role == Role.Self)));
        }

        if (setter is not null && CallsOthers(setter))
        {
            moment.Escape(value);
        }
        else if (PlaceReader.Of(assignment.Target, moment) is { } place)
        {
            References.Write(place, value, assignment.Value.Syntax, moment);
        }
        else if (assignment.Target is not IDiscardOperation)
        {
            moment.Escape(value);
        }
    }

    // A setter that calls something may take a reference of its own, or copy.
    private static bool CallsOthers(IMethodSymbol setter) =>
        MethodSummaries.BodyOf(setter) is { } body && body.DescendantNodes().Any(static n => n is InvocationExpressionSyntax);

    private static void ReadTarget(IOperation target, Moment moment)
    {
        switch (target)
        {
            case IArrayElementReferenceOperation element:
                moment.Use(
                    moment.Read(element.ArrayReference),
                    target.Syntax,
                    UseKind.Dereference,
                    element.ArrayReference.Syntax.ToString());
                break;
            case IPropertyReferenceOperation { Instance: { } indexed, Arguments.Length: > 0 }:
                moment.Use(
                    moment.Read(indexed),
                    target.Syntax,
                    Types.IsSpan(indexed.Type) ? UseKind.Write : UseKind.Dereference,
                    indexed.Syntax.ToString());
                break;
            // Make(p).Length = 1; (made = new Block(p)).Length = 1;
            case IMemberReferenceOperation { Instance: { } made }
                when made is IInvocationOperation or IObjectCreationOperation or ISimpleAssignmentOperation:
                moment.Read(made);
                break;
            case IFieldReferenceOperation { Instance: { } instance } when Pointers.IsDereference(instance):
                moment.Use(moment.Read(instance.ChildOperations.First()), target.Syntax, UseKind.Write, instance.Syntax.ToString());
                break;
            case { } when Pointers.IsDereference(target):
                moment.Use(moment.Read(target.ChildOperations.First()), target.Syntax, UseKind.Write, target.Syntax.ToString());
                break;
            case ILocalReferenceOperation { Local.RefKind: not RefKind.None } alias
                when moment.State.At(Place.Local(Term.Of(alias.Local))) is { } referred:
                moment.Use(referred, target.Syntax, UseKind.Write, alias.Local.Name);
                break;
        }
    }

    private static Value Change(IOperation target, IOperation operation, Value before, Moment moment)
    {
        Value after = Types.IsAddress(operation.Type) ? before.AsAddress() : Value.Unknown;
        if (PlaceReader.Of(target, moment) is { } place)
        {
            References.Write(place, after, operation.Syntax, moment);
        }

        return after;
    }

    // A pin or an allocation is called by the first variable that holds it.
    private static void NameAfter(IOperation target, Value value, Moment moment)
    {
        string? name = target switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IFieldReferenceOperation field => field.Field.Name,
            _ => null,
        };
        foreach (Fact fact in value.Facts.Where(f => name is not null && f.Role == Role.Self))
        {
            moment.Do(new Name(fact.Resource, name!));
        }
    }
}
