using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

// Assignments: where a value goes, and what is written through.
internal sealed partial class Evaluator
{
    private Value EvaluateAssignment(ISimpleAssignmentOperation assignment, FlowState state)
    {
        if (assignment.Target is ILocalReferenceOperation { Local.IsFixed: true } pinned)
        {
            return EvaluateFixed(pinned.Local, assignment.Value, state);
        }

        if (assignment.IsRef)
        {
            Value target = Value.Of(OriginOf(assignment.Value, state).Facts).WithRefers(PlaceOf(assignment.Value, state));
            if (assignment.Target is ILocalReferenceOperation alias)
            {
                state.Variables[alias.Local] = target;
            }

            return target;
        }

        EvaluateTarget(assignment.Target, state);
        Value value = Evaluate(assignment.Value, state).WithRefers(null);
        if (value.Facts.IsEmpty && value.Known is null && !value.Fields.Any() && assignment.Target is ILocalReferenceOperation or IParameterReferenceOperation)
        {
            value = Opaque(assignment.Value, null, isRooted: true, state);
        }

        if (assignment.Target is IPropertyReferenceOperation { Property.SetMethod: { } set } property)
        {
            EndRetentionsBy(new(assignment, set, property.Instance, Value.Unknown, []), state);
        }

        if (assignment.Target is IPropertyReferenceOperation { Property.SetMethod: { } setter } && CallsOthers(setter))
        {
            Escape(value, state);
        }
        else if (PlaceOf(assignment.Target, state) is { } place)
        {
            Write(place, value, assignment.Value.Syntax, state);
        }
        else if (assignment.Target is not IDiscardOperation)
        {
            Escape(value, state);
        }

        NameAfter(assignment.Target, value);
        return value;
    }

    // A setter that calls something may take a reference of its own, or copy.
    private static bool CallsOthers(IMethodSymbol setter) =>
        MethodSummaries.BodyOf(setter) is { } body && body.DescendantNodes().Any(n => n is InvocationExpressionSyntax);

    private void EvaluateTarget(IOperation target, FlowState state)
    {
        switch (target)
        {
            case IArrayElementReferenceOperation element:
                Use(Evaluate(element.ArrayReference, state), target.Syntax, UseKind.Dereference, element.ArrayReference.Syntax.ToString(), state);
                break;
            case IPropertyReferenceOperation { Instance: { } indexed, Arguments.Length: > 0 }:
                Use(Evaluate(indexed, state), target.Syntax, Types.IsSpan(indexed.Type) ? UseKind.Write : UseKind.Dereference, indexed.Syntax.ToString(), state);
                break;
            // Make(p).Length = 1; (made = new Block(p)).Length = 1;
            case IMemberReferenceOperation { Instance: { } made } when made is IInvocationOperation or IObjectCreationOperation or ISimpleAssignmentOperation:
                Evaluate(made, state);
                break;
            case IFieldReferenceOperation { Instance: { } instance } when IsDereference(instance):
                Use(Evaluate(instance.ChildOperations.First(), state), target.Syntax, UseKind.Write, instance.Syntax.ToString(), state);
                break;
            case { } when IsDereference(target):
                Use(Evaluate(target.ChildOperations.First(), state), target.Syntax, UseKind.Write, target.Syntax.ToString(), state);
                break;
            case ILocalReferenceOperation { Local.RefKind: not RefKind.None } alias when state.Variables.TryGetValue(alias.Local, out Value? referred):
                Use(referred, target.Syntax, UseKind.Write, alias.Local.Name, state);
                break;
        }
    }

    // A pin or an allocation is called by the first variable that holds it.
    private static void NameAfter(IOperation target, Value value)
    {
        string? name = target switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IFieldReferenceOperation field => field.Field.Name,
            _ => null,
        };
        foreach (Fact fact in value.Facts.Where(f => name is not null && f.Resource is { Symbol: null, Kind: not (ResourceKind.Opaque or ResourceKind.Stack) }))
        {
            if (fact.Role == Role.Self)
            {
                fact.Resource.Name = name!;
            }
        }
    }

    private Value EvaluateCompound(ICompoundAssignmentOperation compound, FlowState state)
    {
        EvaluateTarget(compound.Target, state);
        Value before = Evaluate(compound.Target, state);
        Evaluate(compound.Value, state);
        Value after = Types.IsAddress(compound.Type) ? before.AsAddress() : Value.Unknown;
        if (PlaceOf(compound.Target, state) is { } place)
        {
            Write(place, after, compound.Syntax, state);
        }

        return after;
    }

    private Value EvaluateIncrement(IIncrementOrDecrementOperation increment, FlowState state)
    {
        EvaluateTarget(increment.Target, state);
        Value before = Evaluate(increment.Target, state);
        Value after = Types.IsAddress(increment.Type) ? before.AsAddress() : Value.Unknown;
        if (PlaceOf(increment.Target, state) is { } place)
        {
            Write(place, after, increment.Syntax, state);
        }

        return increment.IsPostfix ? before.AsAddress() : after;
    }

    private Value EvaluateDeconstruction(IDeconstructionAssignmentOperation deconstruction, FlowState state)
    {
        Value value = Evaluate(deconstruction.Value, state);
        IOperation target = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        if (target is ITupleOperation tuple)
        {
            for (int i = 0; i < tuple.Elements.Length; i++)
            {
                if (PlaceOf(tuple.Elements[i], state) is { } place)
                {
                    Write(place, value.Field($".Item{i + 1}") ?? Value.Unknown, deconstruction.Value.Syntax, state);
                }
            }
        }

        return value;
    }

    private Value EvaluateSubscription(IEventAssignmentOperation subscription, FlowState state)
    {
        Value handler = Evaluate(subscription.HandlerValue, state);
        if (subscription.Adds)
        {
            Use(handler, subscription.HandlerValue.Syntax, UseKind.Capture, "an event", state);
            Escape(handler, state);
        }

        return Value.Unknown;
    }
}
