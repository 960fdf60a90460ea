using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Generators.Liveness.Engine;

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
                        scope.Report(new RetentionBrokenEvent(retained.Argument, fact.Resource, retained.Parameter, release));
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
                Suspend(state, yielded.Syntax, "yield");
                Escape(item, state);
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

    // What Roslyn has no public operation for: the initializer of fixed, *p, p[i], stackalloc.
    private Value EvaluateUnmodelled(IOperation operation, FlowState state)
    {
        switch (operation.Syntax)
        {
            case StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax:
                EvaluateChildren(operation, state);
                Resource memory = Get(ResourceKind.Stack, operation.Syntax, "stackalloc");
                state.Begin(memory);
                return Value.Of(memory, Role.Address);

            // (T*)stackalloc … and similar wrappers keep the type but have one child that is the expression proper.
            case CastExpressionSyntax when operation.ChildOperations.Count == 1:
                return Evaluate(operation.ChildOperations.First(), state);
        }

        Value pointer = Value.Unknown;
        bool isFirst = true;
        foreach (IOperation child in operation.ChildOperations)
        {
            Value value = Evaluate(child, state);
            (pointer, isFirst) = isFirst ? (value, false) : (pointer, false);
        }

        if (IsDereference(operation))
        {
            Use(pointer, operation.Syntax, UseKind.Dereference, operation.Syntax.ToString(), state);
            return PlaceOf(operation, state) is { } place ? Read(place, operation, state) : Value.Unknown;
        }

        return Value.Unknown;
    }

    private static bool IsDereference(IOperation operation) =>
        operation.Kind == OperationKind.None && operation.ChildOperations.Count > 0 && operation.ChildOperations.First().Type is IPointerTypeSymbol
        && operation.Type is not null && (operation.Syntax is ElementAccessExpressionSyntax || operation.Type is not IPointerTypeSymbol { PointedAtType.SpecialType: SpecialType.System_Void })
        && !IsFixedInitializer(operation);

    private static bool IsFixedInitializer(IOperation operation) =>
        operation.IsImplicit && operation.Kind == OperationKind.None && operation.Parent is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local.IsFixed: true } };

    // The thing made at a place in the source; the same object each time the place is reached.
    private Resource Get(ResourceKind kind, SyntaxNode site, string name)
    {
        if (!resources.TryGetValue((kind, site), out Resource? resource))
        {
            resources[(kind, site)] = resource = new(kind, site, name);
        }

        return resource;
    }

    private Value Opaque(IOperation operation, ISymbol? symbol, bool isRooted, FlowState state)
    {
        if (!Types.IsTracked(operation.Type))
        {
            return Value.Unknown;
        }

        if (operation.Type is IArrayTypeSymbol && symbol is IFieldSymbol or IPropertySymbol && scope.Summaries.IsOnPinnedHeap(symbol))
        {
            return Value.Of(Get(ResourceKind.Static, operation.Syntax, symbol.Name), Role.Self);
        }

        ResourceKind kind = Types.IsSafeHandle(operation.Type) ? ResourceKind.SafeHandle : Types.IsModule(operation.Type) ? ResourceKind.Module : ResourceKind.Opaque;
        Resource opaque = Get(kind, operation.Syntax, symbol?.Name ?? Shorten(operation.Syntax));
        opaque.Symbol = symbol;
        opaque.Type = operation.Type;
        opaque.IsRooted |= isRooted;
        opaque.MayBeNull = true;
        state.Begin(opaque);
        return Value.Of(opaque, Types.IsSpan(operation.Type) ? Role.Address : Role.Self);
    }

    private void Suspend(FlowState state, SyntaxNode site, string by)
    {
        throwing(block, state, true, this);
        foreach (KeyValuePair<Resource, Status> entry in state.Statuses.ToArray())
        {
            if (entry.Key.Kind is ResourceKind.FixedRegion or ResourceKind.Stack or ResourceKind.Movable)
            {
                state.Statuses[entry.Key] = entry.Value with { Released = new(ReleaseKind.Await, site, by) };
            }
        }

        DropUncertainHeap(state, null);
        state.LastError = state.LastError is { IsKept: true } last ? last with { LostTo = last.LostTo ?? by } : null;
    }

    private void Use(Value value, SyntaxNode at, UseKind how, string target, FlowState state)
    {
        foreach (Fact fact in value.Facts)
        {
            Release? release = state.StatusOf(fact.Resource).Released;
            if (release?.Kind == ReleaseKind.NeverMade || fact.Role == Role.Token || fact is { Resource.Kind: ResourceKind.Movable, Role: Role.Self })
            {
                continue;
            }

            if (fact.Resource.Kind == ResourceKind.Movable && release is null && IsPinnedElsewhere(fact.Resource, state))
            {
                continue;
            }

            if (release is not null || how is UseKind.Write or UseKind.Capture || fact.Resource.Kind is ResourceKind.Movable or ResourceKind.ManagedCode)
            {
                scope.Report(new UseEvent(at, fact, release, how, target));
            }
        }
    }

    // Somebody in this method pins the object that the address was taken of.
    private static bool IsPinnedElsewhere(Resource movable, FlowState state) =>
        state.Statuses.Any(s => s.Value.Released is null && s.Key.Kind is ResourceKind.FixedRegion or ResourceKind.Handle or ResourceKind.MemoryPin
            && s.Value.Released is null && s.Key.IsPinned != false && s.Key.Targets.Any(t => movable.Targets.Contains(t)));

    private static void Escape(Value value, FlowState state)
    {
        foreach (Fact fact in value.AllFacts)
        {
            if (fact.Role == Role.Self || fact.Resource.Kind == ResourceKind.NativeMemory)
            {
                state.Escape(fact.Resource);
            }
        }
    }

    private static bool IsZero(object? constant) => constant is null or 0 or 0L or 0u or 0ul;

    private static string Shorten(SyntaxNode syntax)
    {
        string full = syntax.ToString();
        int end = full.IndexOfAny(['\r', '\n', '(']);
        return end > 0 ? full.Substring(0, end) : full;
    }

    private static SymbolEqualityComparer Symbols => SymbolEqualityComparer.Default;
}
