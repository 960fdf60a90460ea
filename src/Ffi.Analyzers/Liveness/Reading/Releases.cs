using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>What ends a resource: dispose, free, return, unload.</summary>
internal static class Releases
{
    public static Value? ByDispose(Call call, Moment moment)
    {
        // A using statement disposes through a conversion to IDisposable.
        ITypeSymbol? type = (
            call.Receiver is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : call.Receiver
        )!.Type;
        ReleaseKind? kind =
            Types.IsSafeHandle(type) ? ReleaseKind.Dispose
            : Types.IsModule(type) ? ReleaseKind.Unload
            : Types.IsGCHandle(type)
            || Types.IsMemoryHandle(type)
            || Types.IsPinnedBuffer(type)
            || Types.IsMemoryOwner(type)
            || Types.IsNativeCallback(type)
                ? ReleaseKind.Unpin
            : call.ReceiverValue.Facts.Any(static f =>
                f.Resource.Kind is ResourceKind.MemoryPin or ResourceKind.Pooled or ResourceKind.PinnedBuffer or ResourceKind.Handle)
                ? ReleaseKind.Unpin
            : null;
        if (kind is null)
        {
            // FileStream disposes its SafeFileHandle.
            foreach (
                Fact fact in call
                    .ReceiverValue.Fields.Values.SelectMany(static f => f.Facts)
                    .Where(static f => f is { Role: Role.Self, Resource.Kind: ResourceKind.SafeHandle }))
            {
                moment.Do(new End(fact.Resource, ReleaseKind.Dispose, call.Syntax, call.Key));
            }

            return null;
        }

        if (kind == ReleaseKind.Dispose)
        {
            ManagedCalls.HandOverAddRefs(call.ReceiverValue, moment);
        }

        OfReceiver(call, kind.Value, moment);
        return Value.Unknown;
    }

    /// <summary>A release through a variable of a struct type sets that variable to zero; copies of it still hold the handle.</summary>
    public static void OfReceiver(Call call, ReleaseKind kind, Moment moment)
    {
        bool isZeroing = Types.IsZeroedByRelease(call.Receiver!.Type);
        if (call.ReceiverValue.ZeroedFrom is { } zeroed)
        {
            if (call.Key == "GCHandle.Free")
            {
                moment.Do(new End(zeroed, kind, call.Syntax, call.Key));
            }

            return;
        }

        Resource? released = call.ReceiverValue.Facts.FirstOrDefault(static f => f.Role == Role.Self).Resource;
        foreach (Fact fact in call.ReceiverValue.Facts.Where(static f => f.Role == Role.Self))
        {
            bool isIdempotent = !isZeroing && call.Receiver.Type?.Name is not "IDisposable" && moment.StandingOf(fact.Resource).IsReleased;
            if (!isIdempotent)
            {
                moment.Do(new End(fact.Resource, kind, call.Syntax, call.Key));
            }
        }

        if (isZeroing && PlaceReader.Of(call.Receiver, moment) is { } place && !IsReadOnly(call.Receiver, moment.Scope))
        {
            moment.Do(new Keep(place, Value.Zeroed(released), call.Syntax));
        }
    }

    public static void All(Value value, ReleaseKind kind, string by, string family, SyntaxNode site, Moment moment)
    {
        foreach (
            Fact fact in value.Facts.Where(static f =>
                f.Role != Role.Captured
                && f.Resource.Kind is not (ResourceKind.Static or ResourceKind.Unterminated or ResourceKind.ManagedCode)))
        {
            moment.Do(new End(fact.Resource, kind, site, by, family));
        }
    }

    private static bool IsReadOnly(IOperation receiver, MethodScope scope) =>
        (
            receiver is IFieldReferenceOperation { Field.IsReadOnly: true }
            && scope.Method?.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor))
        || receiver
            is IPropertyReferenceOperation
                or IInvocationOperation
                or IParameterReferenceOperation { Parameter.RefKind: RefKind.In };
}
