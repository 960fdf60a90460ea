using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Arrays that a method makes, and the addresses of their elements.</summary>
internal static class Arrays
{
    public static Value Read(IArrayCreationOperation array, Moment moment)
    {
        foreach (IOperation size in array.DimensionSizes)
        {
            moment.Read(size);
        }

        Value value = Things.Fresh(array.Syntax, "array", moment);
        int index = 0;
        foreach (IOperation element in array.Initializer?.ElementValues ?? [])
        {
            value = value.WithField(Term.At([Term.Constant(index++)]), moment.Read(element));
        }

        return index > 0 && Terminators.IsUnterminated(array.Initializer!.ElementValues)
            ? Value.Of(value.Facts.Add(new(Things.Know(ResourceKind.Unterminated, array.Syntax, "array", moment), Role.Address)))
            : value;
    }

    public static Value ReadCollection(ICollectionExpressionOperation collection, Moment moment)
    {
        var elements = new List<Value>();
        foreach (IOperation element in collection.Elements)
        {
            Value read = moment.Read(element);
            elements.Add(read);
            moment.Escape(read);
        }

        List<Fact> facts = Terminators.IsUnterminated(collection.Elements)
            ? [new(Things.Know(ResourceKind.Unterminated, collection.Syntax, "text", moment), Role.Address)]
            : [];
        if (collection.Type is { IsReferenceType: true })
        {
            facts.AddRange(Things.Fresh(collection.Syntax, "array", moment).Facts);
        }

        return elements.Select(static (element, i) => (element, i)).Where(static e => !e.element.Facts.IsEmpty)
            .Aggregate(Value.Of(facts), static (value, e) => value.WithField(Term.At([Term.Constant(e.i)]), e.element));
    }

    /// <summary><c>Marshal.UnsafeAddrOfPinnedArrayElement</c>: an array from elsewhere may be pinned there; one that this method made or
    /// rented is only pinned if this method pins it.</summary>
    public static Value AddressOfElement(Call call, Moment moment)
    {
        Value array = call.ValueOf(0);
        ImmutableArray<Resource> arrays = [.. array.Facts.Select(static f => f.Resource)];
        bool isStatic = arrays.Any(static a => a.Kind == ResourceKind.Static);
        if (isStatic || !arrays.Any(a => IsOurs(a, call, moment)))
        {
            return array.AsAddress();
        }

        Value movable = Addresses.Movable(call.Operation, arrays, moment);
        if (moment.Scope.Shape.UsesOverlapped)
        {
            moment.Do(new DoubtResource(movable.Facts[0].Resource, DoubtList.PinnedByOverlapped));
        }

        return Value.Of(
            movable.AsAddress().Facts.Concat(array.AsAddress().Facts.Where(static f => f.Resource.Kind == ResourceKind.Pooled)));
    }

    /// <summary><c>GC.AllocateArray</c>: where it is asked at run time whether to pin, what takes the address asks too.</summary>
    public static Value Allocate(Call call, Moment moment)
    {
        IOperation? pinned = call.Arguments.FirstOrDefault(static a => a.Parameter?.Name == "pinned")?.Operation;
        return pinned?.ConstantValue is { HasValue: true, Value: false } or null
            ? Things.Fresh(call.Syntax, call.Method.Name, moment)
            : Value.Of(Things.Know(ResourceKind.Static, call.Syntax, call.Method.Name, moment), Role.Self);
    }

    private static bool IsOurs(Resource array, Call call, Moment moment)
    {
        Standing standing = moment.StandingOf(array);
        return (array.Kind is ResourceKind.Fresh or ResourceKind.Pooled && !standing.Escaped)
            || (array.Kind == ResourceKind.Opaque && standing.Symbol is IParameterSymbol && IsNativeArgument(call.Operation, moment.Scope));
    }

    private static bool IsNativeArgument(IOperation operation, MethodScope scope)
    {
        IOperation? at = operation.Parent;
        while (at is IConversionOperation or IArgumentOperation)
        {
            at = at.Parent;
        }

        return at is IInvocationOperation call && scope.Signatures.Read(call.TargetMethod) is { IsNative: true };
    }
}
