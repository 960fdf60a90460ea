using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

/// <summary>Gives the value of an operation, changes the state by its effects, and reports what happened.</summary>
internal sealed partial class Evaluator
{
    private readonly MethodScope scope;
    private readonly Action<BasicBlock, FlowState, bool, Evaluator> throwing;
    private readonly LaterReads laterReads;
    private readonly Dictionary<(ResourceKind, SyntaxNode), Resource> resources = [];
    private readonly HashSet<string> writtenByClosures;
    private readonly SyntaxNode root;
    private string? cachedText;
    private readonly ControlFlowRegion outermost;
    private BasicBlock block = null!;
    private int operationIndex;

    public Evaluator(ControlFlowGraph graph, MethodScope scope, Action<BasicBlock, FlowState, bool, Evaluator> throwing)
    {
        this.scope = scope;
        this.throwing = throwing;
        laterReads = new(graph);
        root = graph.OriginalOperation.Syntax;
        outermost = graph.Root;
        writtenByClosures = [.. ClosureWrites.In(root)];
    }

    // The text of the method: a word in it can only keep a report back.
    private string MethodText => cachedText ??= root.ToString();

    public void MoveTo(BasicBlock to, int index) => (block, operationIndex) = (to, index);

    /// <summary>Ends what lives no longer than a region: the pins of a <c>fixed</c>, the variables of a block.</summary>
    public void LeaveRegion(ControlFlowRegion region, FlowState state)
    {
        foreach (ILocalSymbol local in region.Locals)
        {
            if (local.IsFixed && state.Variables.TryGetValue(local, out Value? value))
            {
                foreach (Fact fact in value.Facts.Where(f => f.Resource.Kind == ResourceKind.FixedRegion && Symbols.Equals(f.Resource.Symbol, local)))
                {
                    Status status = state.StatusOf(fact.Resource);
                    var release = new Release(ReleaseKind.RegionExit, fact.Resource.Site, "fixed");
                    state.Statuses[fact.Resource] = status with { Released = release };
                    if (status.Retained is { Until: not null } retained)
                    {
                        scope.Report(new RetentionBrokenEvent(retained, fact.Resource, release, state.IsExceptional));
                    }
                }
            }

            state.Variables.Remove(local);
        }

        foreach (CaptureId capture in region.CaptureIds)
        {
            state.Variables.Remove(capture);
        }
    }

    public Value Evaluate(IOperation operation, FlowState state)
    {
        switch (operation)
        {
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation, state);
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation
                or IFlowCaptureReferenceOperation:
                return EvaluateReference(operation, state);
            case IPropertyReferenceOperation property:
                return EvaluateProperty(property, state);
            case ISimpleAssignmentOperation assignment:
                return EvaluateAssignment(assignment, state);
            case ICompoundAssignmentOperation compound:
                return EvaluateCompound(compound, state);
            case IIncrementOrDecrementOperation increment:
                return EvaluateIncrement(increment, state);
            case IDeconstructionAssignmentOperation deconstruction:
                return EvaluateDeconstruction(deconstruction, state);
            case IEventAssignmentOperation subscription:
                return EvaluateSubscription(subscription, state);
            case IInvocationOperation invocation:
                return EvaluateInvocation(invocation, state);
            case IFunctionPointerInvocationOperation call:
                return EvaluatePointerCall(call, state);
            case IObjectCreationOperation creation:
                return EvaluateCreation(creation, state);
            case IDelegateCreationOperation creation:
                return EvaluateDelegate(creation, state);
            case IFlowAnonymousFunctionOperation lambda:
                return Captures(lambda.Syntax, state);
            case ICollectionExpressionOperation collection:
                return EvaluateCollection(collection, state);
            case IArrayCreationOperation array:
                return EvaluateArray(array, state);
            case IConversionOperation conversion:
                return EvaluateConversion(conversion, state);
            case IBinaryOperation binary:
                return EvaluateBinary(binary, state);
            case IUnaryOperation unary:
                return EvaluateUnary(unary, state);
            case ITupleOperation tuple:
                return tuple.Elements.Select((element, i) => (i, Value: Evaluate(element, state)))
                    .Aggregate(Value.Unknown, (value, item) => value.WithField($".Item{item.i + 1}", item.Value));
            case IFlowCaptureOperation capture:
                Value captured = Evaluate(capture.Value, state);
                state.Variables[capture.Id] = captured.WithRefers(PlaceOf(capture.Value, state));
                return captured;
            case IAddressOfOperation addressOf:
                return EvaluateAddressOf(addressOf, state);
            case IAwaitOperation awaited:
                Value result = Evaluate(awaited.Operation, state);
                Suspend(state, awaited.Syntax, "await");
                return result.IsNull ? Value.Unknown : Value.Of(result.Facts.Where(f => f.Role != Role.Captured));
            case IReturnOperation { Kind: OperationKind.YieldReturn } yielded:
                Value item = yielded.ReturnedValue is { } returned ? Evaluate(returned, state) : Value.Unknown;
                Use(item, yielded.Syntax, UseKind.Return, "yield return", state);
                Escape(item, state);
                Suspend(state, yielded.Syntax, "yield");
                return Value.Unknown;
            case IDefaultValueOperation:
                return Value.Of(Value.Null);
            case IUtf8StringOperation:
                return Value.Of(Get(ResourceKind.Static, operation.Syntax, operation.Syntax.ToString()), Role.Address);
            case IIsNullOperation isNull:
                return Evaluate(isNull.Operand, state).IsNull ? Value.Of(true) : Value.Unknown;
            case IDeclarationExpressionOperation declaration:
                return Evaluate(declaration.Expression, state);
            case IImplicitIndexerReferenceOperation slice:
                Value whole = Evaluate(slice.Instance, state);
                return Terminators.KeepsEnd(slice.Argument) ? whole : CutText(whole, slice.Syntax);
            case IInvalidOperation or IDynamicInvocationOperation or IDynamicObjectCreationOperation:
                // Nobody knows what is called, so it may keep or free what it is given.
                foreach (IOperation child in operation.ChildOperations)
                {
                    Escape(Evaluate(child, state), state);
                }

                return Value.Unknown;
            case IInstanceReferenceOperation or ITypeOfOperation or ISizeOfOperation or INameOfOperation:
                return Value.Unknown;
        }

        if (operation.ConstantValue is { HasValue: true } constant)
        {
            return Value.Of(IsZero(constant.Value) ? Value.Null : constant.Value);
        }

        return operation.Kind == OperationKind.None ? EvaluateUnmodelled(operation, state) : EvaluateChildren(operation, state);
    }

    private Value EvaluateChildren(IOperation operation, FlowState state)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            Evaluate(child, state);
        }

        return Value.Unknown;
    }

    private static bool IsZero(object? constant) => constant is null or 0 or 0L or 0u or 0ul;

    private static SymbolEqualityComparer Symbols => SymbolEqualityComparer.Default;
}
