using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Properties that are read: views of memory, and values that objects hold.</summary>
internal static class Properties
{
    public static Value Read(IPropertyReferenceOperation property, Moment moment)
    {
        foreach (IArgumentOperation argument in property.Arguments)
        {
            moment.Read(argument.Value);
        }

        if (property.Instance is not { } instance)
        {
            return PlaceReader.Of(property, moment) is { } fixedPlace ? References.Read(fixedPlace, property, moment) : Value.Unknown;
        }

        if (instance is IInstanceReferenceOperation)
        {
            return FinalizableMembers.OfProperty(property, moment) is { } raw
                ? Value.Of(raw, Role.Address)
                : References.Read(PlaceReader.Of(property, moment)!, property, moment);
        }

        if (FinalizableMembers.OfProperty(property, moment) is { } handle)
        {
            return Value.Of(handle, Role.Address);
        }

        Value owner = moment.Read(instance);
        string name = property.Property.Name;
        ITypeSymbol? type = instance.Type;
        if (Types.IsNullable(type))
        {
            return name == "Value" ? owner.WithRefers(null) : Value.Unknown;
        }

        if (Types.IsGCHandle(type) && name == "IsAllocated")
        {
            return owner.IsNull ? Value.Of(false) : Value.Unknown;
        }

        if (name is "Length" or "IsEmpty" or "Count" or "IsInvalid" or "IsClosed" or "HasValue" or "LongLength" or "IsRetained")
        {
            return Value.Unknown;
        }

        if (IsView(type))
        {
            return ReadView(property, instance, owner, moment);
        }

        // The handle of an object that no variable holds.
        if (
            Types.IsSafeHandle(property.Type)
            && PlaceReader.Of(instance, moment) is null
            && owner.Facts.Any(static f => f is { Role: Role.Self, Resource.Kind: ResourceKind.Fresh }))
        {
            return Things.Opaque(property, null, isRooted: !References.IsOnlyHere(owner, moment), moment);
        }

        return PlaceReader.Of(property, moment) is { } place && property.Arguments.IsEmpty
            ? References.Read(place, property, moment)
            : Value.Unknown;
    }

    // MemoryHandle.Pointer, IMemoryOwner.Memory, Memory.Span, PinnedBuffer.Pointer, NativeCallback.Pointer, an element of a span.
    private static bool IsView(ITypeSymbol? type) =>
        Types.IsSpan(type)
        || Types.IsMemoryHandle(type)
        || Types.IsMemoryOwner(type)
        || Types.IsPinnedBuffer(type)
        || Types.IsNativeCallback(type)
        || Types.IsGCHandle(type);

    private static Value ReadView(IPropertyReferenceOperation property, IOperation instance, Value owner, Moment moment)
    {
        if (owner.ZeroedFrom is { } zeroed)
        {
            moment.Use(Value.Of(zeroed, Role.Self), property.Syntax, UseKind.Dereference, property.Property.Name);
            return Value.Unknown;
        }

        moment.Use(owner, property.Syntax, UseKind.Dereference, instance.Syntax.ToString());
        foreach (
            Fact fact in Types.IsNativeCallback(instance.Type) ? owner.Facts.Where(f => moment.StandingOf(f.Resource).Thunk is null) : [])
        {
            moment.Do(new TakeThunk(fact.Resource, property.Syntax));
        }

        bool isInside =
            !Types.IsGCHandle(instance.Type)
            && !property.Property.IsIndexer
            && (Types.IsSpan(property.Type) || Types.IsAddress(property.Type));
        return isInside ? owner.AsAddress() : Value.Unknown;
    }
}
