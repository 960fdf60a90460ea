using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Gives the value of an operation, and the effects that it has on the way.</summary>
internal static class Reader
{
    public static Value Read(IOperation operation, Moment moment)
    {
        switch (operation)
        {
            case IExpressionStatementOperation statement:
                return Read(statement.Operation, moment);
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation:
                return References.Read(operation, moment);
            case IFlowCaptureReferenceOperation:
                return References.Read(operation, moment);
            case IPropertyReferenceOperation property:
                return Properties.Read(property, moment);
            case ISimpleAssignmentOperation assignment:
                return Assignments.Read(assignment, moment);
            case ICompoundAssignmentOperation compound:
                return Assignments.ReadCompound(compound, moment);
            case IIncrementOrDecrementOperation increment:
                return Assignments.ReadIncrement(increment, moment);
            case IDeconstructionAssignmentOperation deconstruction:
                return Assignments.ReadDeconstruction(deconstruction, moment);
            case IEventAssignmentOperation subscription:
                return Assignments.ReadSubscription(subscription, moment);
            case IInvocationOperation invocation:
                return CallReader.Read(invocation, moment);
            case IFunctionPointerInvocationOperation call:
                return CallReader.ReadPointerCall(call, moment);
            case IObjectCreationOperation creation:
                return Creations.Read(creation, moment);
            case IDelegateCreationOperation creation:
                return Delegates.Read(creation, moment);
            case IFlowAnonymousFunctionOperation lambda:
                return Delegates.Captures(lambda.Syntax, moment);
            case ICollectionExpressionOperation collection:
                return Arrays.ReadCollection(collection, moment);
            case IArrayCreationOperation array:
                return Arrays.Read(array, moment);
            case IConversionOperation conversion:
                return Conversions.Read(conversion, moment);
            case IBinaryOperation binary:
                return Conversions.ReadBinary(binary, moment);
            case IUnaryOperation unary:
                return Conversions.ReadUnary(unary, moment);
            case ITupleOperation tuple:
                return tuple.Elements.Select((element, i) => (i, Value: Read(element, moment)))
                    .Aggregate(Value.Unknown, static (value, item) => value.WithField(Term.Constant(item.i + 1), item.Value));
            case IFlowCaptureOperation capture:
                Value captured = Read(capture.Value, moment);
                moment.Do(
                    new Keep(Place.Local(Term.Of(capture.Id)), captured.WithRefers(PlaceReader.Of(capture.Value, moment)), capture.Syntax));
                return captured;
            case IAddressOfOperation addressOf:
                return Addresses.ReadAddressOf(addressOf, moment);
            case IAwaitOperation awaited:
                Value result = Read(awaited.Operation, moment);
                Suspend(awaited.Syntax, "await", moment);
                return result.IsNull ? Value.Unknown : Value.Of(result.Facts.Where(static f => f.Role != Role.Captured));
            case IReturnOperation { Kind: OperationKind.YieldReturn } yielded:
                Value item = yielded.ReturnedValue is { } returned ? Read(returned, moment) : Value.Unknown;
                moment.Use(item, yielded.Syntax, UseKind.Return, "yield return");
                moment.Escape(item);
                Suspend(yielded.Syntax, "yield", moment);
                return Value.Unknown;
            case IDefaultValueOperation:
                return Value.Of(Value.Null);
            case IUtf8StringOperation:
                return Value.Of(Things.Know(ResourceKind.Static, operation.Syntax, operation.Syntax.ToString(), moment), Role.Address);
            case IIsNullOperation isNull:
                return Read(isNull.Operand, moment).IsNull ? Value.Of(true) : Value.Unknown;
            case IDeclarationExpressionOperation declaration:
                return Read(declaration.Expression, moment);
            case IImplicitIndexerReferenceOperation slice:
                Value whole = Read(slice.Instance, moment);
                return Terminators.KeepsEnd(slice.Argument) ? whole : Texts.Cut(whole, slice.Syntax, moment);
            case IInvalidOperation or IDynamicInvocationOperation or IDynamicObjectCreationOperation:
                // The called code is unknown, so it may keep or free what it is given.
                foreach (IOperation child in operation.ChildOperations)
                {
                    moment.Escape(Read(child, moment));
                }

                return Value.Unknown;
            case IInstanceReferenceOperation or ITypeOfOperation or ISizeOfOperation or INameOfOperation:
                return Value.Unknown;
            case { ConstantValue: { HasValue: true } constant }:
                return Values.OfConstant(constant.Value);
            default:
                return operation.Kind == OperationKind.None ? Pointers.Read(operation, moment) : ReadChildren(operation, moment);
        }
    }

    public static Value ReadChildren(IOperation operation, Moment moment)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            Read(child, moment);
        }

        return Value.Unknown;
    }

    private static void Suspend(SyntaxNode site, string by, Moment moment)
    {
        moment.Do(new Suspend(site, by));
        HeapReader.DropUncertain(null, moment);
    }
}
