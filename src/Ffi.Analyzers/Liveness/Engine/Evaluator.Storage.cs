using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

// What places hold: read without effects, read as the program does, and written.
internal sealed partial class Evaluator
{
    private static bool IsFresh(Place place, FlowState state) =>
        Current(place, state) is { } value && value.Facts.Any(f => f.Role == Role.Self && f.Resource.Kind is ResourceKind.Fresh or ResourceKind.Static);

    private static Value? Current(Place place, FlowState state)
    {
        if (place.IsHeap)
        {
            return state.Heap.TryGetValue(place.Path, out HeapEntry? entry) ? entry.Value : null;
        }

        return state.Variables.TryGetValue(place.Root!, out Value? value) ? place.Path.Length == 0 ? value : value.Field(place.Path) : null;
    }

    private Value Read(Place place, IOperation operation, FlowState state)
    {
        if (!IsSteady(operation, place))
        {
            return Opaque(operation, null, isRooted: true, state);
        }

        if (Current(place, state) is { } known)
        {
            return known;
        }

        if (IsUntracked(place))
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
        bool isRooted = symbol is not (ILocalSymbol or IParameterSymbol) && !(IsOwnedHandle(operation, place) && IsOnlyHere(place with { Path = "" }, state));
        Value value = Opaque(operation, symbol, isRooted, state);
        if (value.Facts.Length > 0)
        {
            Keep(place, value, operation.Syntax, state);
        }

        return value;
    }

    // Whether reading twice gives the same: not a computed property, not memory behind a pointer, not an element at a variable index.
    private static bool IsSteady(IOperation operation, Place place) =>
        operation switch
        {
            { } when IsDereference(operation) => place.Root is ISymbol,
            IFieldReferenceOperation { Instance: { } instance } when IsDereference(instance) => place.Root is ISymbol,
            IPropertyReferenceOperation when IsOwnedHandle(operation, place) => true,
            IPropertyReferenceOperation { Instance: not IInstanceReferenceOperation, Property: { } property } =>
                property.ContainingType.GetMembers().Any(m => m is IFieldSymbol field && Symbols.Equals(field.AssociatedSymbol, property)),
            IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation } element => element.Indices.All(i => i.ConstantValue.HasValue),
            _ => true,
        };

    // A framework object owns its handle for life: FileStream, MemoryMappedViewAccessor.
    private static bool IsOwnedHandle(IOperation operation, Place place) =>
        operation is IPropertyReferenceOperation && place.Root is ILocalSymbol or CaptureId && Types.IsSafeHandle(operation.Type);

    // Nobody else has the object that the place holds.
    private static bool IsOnlyHere(Place place, FlowState state) => Current(place, state) is not { } owner || IsOnlyHere(owner, state);

    private static bool IsOnlyHere(Value owner, FlowState state) => !owner.Facts.Any(f => f.Role == Role.Self && state.StatusOf(f.Resource).Escaped);

    // Puts a value where it was read from, without the effects of a store.
    private static void Keep(Place place, Value value, SyntaxNode site, FlowState state)
    {
        if (place.IsHeap)
        {
            state.Heap[place.Path] = new(value, site, place.Path, IsStored: false);
        }
        else if (place.Path.Length == 0)
        {
            state.Variables[place.Root!] = value;
        }
        else
        {
            state.Variables[place.Root!] = (state.Variables.TryGetValue(place.Root!, out Value? owner) ? owner : Value.Unknown).WithField(place.Path, value);
        }
    }

    private void Write(Place place, Value value, SyntaxNode site, FlowState state)
    {
        string name = place.Root is ISymbol { Name: { } symbolName } ? symbolName : place.Path.Substring(place.Path.LastIndexOf('.') + 1);
        if (name.Length > 0)
        {
            state.Forget(name);
        }

        if (IsUntracked(place))
        {
            Escape(value, state);
            return;
        }

        Keep(place, value, site, state);
        if (place.Path.IndexOf('[') >= 0)
        {
            Escape(value, state);
        }

        if (place.IsHeap)
        {
            state.Heap[place.Path] = new(value, site, place.Path, IsStored: true);
            Use(value, site, UseKind.Store, place.Path, state);
            Escape(value, state);
        }
        else if (place.Root is IParameterSymbol { RefKind: RefKind.Out or RefKind.Ref } parameter)
        {
            state.Heap[$"parameter {parameter.Name}{place.Path}"] = new(value, site, parameter.Name, IsStored: true);
            Use(value, site, UseKind.Store, parameter.Name, state);
            Escape(value, state);
        }
    }

    private bool IsUntracked(Place place) => place.Root is ILocalSymbol or IParameterSymbol && writtenByClosures.Contains(((ISymbol)place.Root).Name);

    /// <summary>The value of a reference or constant, without effects: for conditions, which were evaluated before.</summary>
    private Value Peek(IOperation operation, FlowState state)
    {
        switch (operation)
        {
            case IConversionOperation conversion:
                return Peek(conversion.Operand, state);
            case IDefaultValueOperation:
                return Value.Of(Value.Null);
            case { ConstantValue: { HasValue: true } constant }:
                return Value.Of(IsZero(constant.Value) ? Value.Null : constant.Value);
            case IFieldReferenceOperation { Field: { IsStatic: true, Name: "Zero", ContainingType.SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } }:
                return Value.Of(Value.Null);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum when Types.IsAddress(sum.Type):
                return Value.Of(Peek(sum.LeftOperand, state).AsAddress().Facts.Concat(Peek(sum.RightOperand, state).AsAddress().Facts));
            case IAddressOfOperation addressOf:
                return EvaluateAddressOf(addressOf, state);
            default:
                return PlaceOf(operation, state) is { } place ? Current(place, state) ?? Value.Unknown : Value.Unknown;
        }
    }

    private static void DropUncertainHeap(FlowState state, IMethodSymbol? callee)
    {
        foreach (KeyValuePair<string, HeapEntry> entry in state.Heap.ToArray())
        {
            if (entry.Key.StartsWith("parameter ", StringComparison.Ordinal))
            {
                continue;
            }

            string field = entry.Key.Substring(entry.Key.LastIndexOf('.') + 1);
            bool isRead = entry.Value.Value.AllFacts.All(f => f.Resource.Kind == ResourceKind.Opaque || state.StatusOf(f.Resource).Released is { Kind: not ReleaseKind.RegionExit });
            if (isRead || (callee is not null && Knowledge.MethodSummaries.Assigns(callee, field)))
            {
                state.Heap.Remove(entry.Key);
            }
        }
    }
}
