using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

// Arrays, and whether the text in them ends in a NUL.
internal sealed partial class Evaluator
{
    private Value AddressOfElement(Call call, FlowState state)
    {
        Value array = call.ValueOf(0);
        ImmutableArray<Resource> arrays = [.. array.Facts.Select(f => f.Resource)];
        bool isStatic = arrays.Any(a => a.Kind == ResourceKind.Static);
        // An array from elsewhere may be pinned there; one that this method made or rented is only pinned if this method pins it.
        // So is one that goes along with a NativeOverlapped.
        bool isOurs = !MethodText.Contains("NativeOverlapped") && arrays.Any(a => (a.Kind is ResourceKind.Fresh or ResourceKind.Pooled && !state.StatusOf(a).Escaped) || (a.Kind == ResourceKind.Opaque && a.Symbol is IParameterSymbol && IsNativeArgument(call.Operation)));
        return isStatic || !isOurs ? array.AsAddress() : Value.Of(Movable(call.Operation, arrays, state).AsAddress().Facts.Concat(array.AsAddress().Facts.Where(f => f.Resource.Kind == ResourceKind.Pooled)));
    }

    private bool IsNativeArgument(IOperation operation)
    {
        IOperation? at = operation.Parent;
        while (at is IConversionOperation or IArgumentOperation)
        {
            at = at.Parent;
        }

        return at is IInvocationOperation call && scope.Signatures.Read(call.TargetMethod) is { IsNative: true };
    }

    private Value AllocateArray(Call call, FlowState state)
    {
        IOperation? pinned = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "pinned")?.Operation;
        // Where it is asked at run time whether to pin, what takes the address asks too.
        return pinned?.ConstantValue is { HasValue: true, Value: false } or null
            ? Make(ResourceKind.Fresh, call, state)
            : Value.Of(Get(ResourceKind.Static, call.Syntax, call.Method.Name), Role.Self);
    }

    private Value EncodedBytes(Call call, FlowState state)
    {
        bool mayEndInNul = call.Arguments.Length == 0 || call.Arguments[0].Operation is not { } argument
            || argument.Syntax.ToString().Contains("\\0") || argument.Syntax.ToString().Contains("'\\x0") || argument is not (ILocalReferenceOperation or IParameterReferenceOperation or ILiteralOperation or IFieldReferenceOperation or IPropertyReferenceOperation);
        Value array = Make(ResourceKind.Fresh, call, state);
        return mayEndInNul ? array : Value.Of(array.Facts.Add(new(Get(ResourceKind.Unterminated, call.Syntax, call.Method.Name), Role.Address)));
    }

    // A piece of a u8 literal ends where no NUL is; so does a copy of its bytes.
    private Value CutText(Value text, SyntaxNode site) =>
        text.Facts.Any(f => f.Resource.Site.IsKind(SyntaxKind.Utf8StringLiteralExpression))
            ? Value.Of(text.Facts.Add(new(Get(ResourceKind.Unterminated, site, "text"), Role.Address)))
            : text;

    private Value EvaluateArray(IArrayCreationOperation array, FlowState state)
    {
        foreach (IOperation size in array.DimensionSizes)
        {
            Evaluate(size, state);
        }

        Resource fresh = Get(ResourceKind.Fresh, array.Syntax, "array");
        state.Begin(fresh);
        Value value = Value.Of(fresh, Role.Self);
        int index = 0;
        foreach (IOperation element in array.Initializer?.ElementValues ?? [])
        {
            value = value.WithField($"[{index++}]", Evaluate(element, state));
        }

        return index > 0 && Terminators.IsUnterminated(array.Initializer!.ElementValues) ? Value.Of([new(fresh, Role.Self), new(Get(ResourceKind.Unterminated, array.Syntax, "array"), Role.Address)]) : value;
    }

    private Value EvaluateCollection(ICollectionExpressionOperation collection, FlowState state)
    {
        var elements = new List<Value>();
        foreach (IOperation element in collection.Elements)
        {
            elements.Add(Evaluate(element, state));
            Escape(elements[elements.Count - 1], state);
        }

        IEnumerable<Fact> facts = Terminators.IsUnterminated(collection.Elements) ? [new(Get(ResourceKind.Unterminated, collection.Syntax, "text"), Role.Address)] : [];
        if (collection.Type is { IsReferenceType: true })
        {
            Resource fresh = Get(ResourceKind.Fresh, collection.Syntax, "array");
            state.Begin(fresh);
            facts = facts.Prepend(new(fresh, Role.Self));
        }

        return elements.Select((element, i) => (element, i)).Where(e => !e.element.Facts.IsEmpty)
            .Aggregate(Value.Of(facts), (value, e) => value.WithField($"[{e.i}]", e.element));
    }
}
