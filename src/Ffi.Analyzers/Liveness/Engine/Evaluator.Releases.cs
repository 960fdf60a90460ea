using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

// What ends a resource: dispose, free, return, unload.
internal sealed partial class Evaluator
{
    private Value? EvaluateDispose(Call call, FlowState state)
    {
        // A using statement disposes through a conversion to IDisposable.
        ITypeSymbol? type = (call.Receiver is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : call.Receiver)!.Type;
        ReleaseKind? kind =
            Types.IsSafeHandle(type) ? ReleaseKind.Dispose
            : Types.IsModule(type) ? ReleaseKind.Unload
            : Types.IsGCHandle(type) || Types.IsMemoryHandle(type) || Types.IsPinnedBuffer(type) || Types.IsMemoryOwner(type) || Types.IsNativeCallback(type) ? ReleaseKind.Unpin
            : call.ReceiverValue.Facts.Any(f => f.Resource.Kind is ResourceKind.MemoryPin or ResourceKind.Pooled or ResourceKind.PinnedBuffer or ResourceKind.Handle) ? ReleaseKind.Unpin
            : null;
        if (kind is null)
        {
            DisposeHandlesOf(call, state);
            return null;
        }

        if (kind == ReleaseKind.Dispose)
        {
            HandOverAddRefs(call.ReceiverValue, state);
        }

        ReleaseReceiver(call, kind.Value, state);
        return Value.Unknown;
    }

    // FileStream disposes its SafeFileHandle.
    private void DisposeHandlesOf(Call call, FlowState state)
    {
        foreach (Fact fact in call.ReceiverValue.Fields.SelectMany(f => f.Value.Facts).Where(f => f is { Role: Role.Self, Resource.Kind: ResourceKind.SafeHandle }))
        {
            ReleaseOne(fact.Resource, ReleaseKind.Dispose, call.Key, "", call.Syntax, state);
        }
    }

    // What managed code calls may be what makes native code let go. Of a buffer the program says so itself.
    private void EndRetentionsBy(Call call, FlowState state)
    {
        if (call.Key == "PinnedBuffer.Release")
        {
            EndRetentionsOf(call.ReceiverValue, state);
        }

        foreach (KeyValuePair<Resource, Status> entry in state.Statuses.ToArray())
        {
            if (entry.Value.Retained is { Until: { } symbol, Home: { } home } && scope.Reach.MayLeadTo(new(symbol, home), call, scope.Cancellation))
            {
                state.Statuses[entry.Key] = entry.Value with { Retained = null };
            }
        }
    }

    // Which function a pointer leads to can't be seen.
    private static void EndNamedRetentions(FlowState state)
    {
        foreach (KeyValuePair<Resource, Status> entry in state.Statuses.Where(s => s.Value.Retained?.Until is not null).ToArray())
        {
            state.Statuses[entry.Key] = entry.Value with { Retained = null };
        }
    }

    private static void EndRetentionsOf(Value value, FlowState state)
    {
        foreach (Fact fact in value.Facts)
        {
            state.Statuses[fact.Resource] = state.StatusOf(fact.Resource) with { Retained = null };
        }
    }

    // A release through a variable of a struct type sets that variable to zero; copies of it still hold the handle.
    private void ReleaseReceiver(Call call, ReleaseKind kind, FlowState state)
    {
        bool isZeroing = Types.IsZeroedByRelease(call.Receiver!.Type);
        bool isTolerant = call.Key != "GCHandle.Free";
        if (call.ReceiverValue.ZeroedFrom is { } zeroed)
        {
            if (!isTolerant)
            {
                ReleaseOne(zeroed, kind, call.Key, "", call.Syntax, state);
            }

            return;
        }

        Resource? released = call.ReceiverValue.Facts.FirstOrDefault(f => f.Role == Role.Self).Resource;
        foreach (Fact fact in call.ReceiverValue.Facts.Where(f => f.Role == Role.Self))
        {
            bool isIdempotent = !isZeroing && call.Receiver.Type?.Name is not "IDisposable" && state.StatusOf(fact.Resource).Released is not null;
            if (!isIdempotent)
            {
                ReleaseOne(fact.Resource, kind, call.Key, "", call.Syntax, state);
            }
        }

        if (isZeroing && PlaceOf(call.Receiver, state) is { } place && !IsReadOnly(call.Receiver))
        {
            Keep(place, Value.Zeroed(released), call.Syntax, state);
        }
    }

    private bool IsReadOnly(IOperation receiver) =>
        receiver is IFieldReferenceOperation { Field.IsReadOnly: true } && scope.Method?.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor)
        || receiver is IPropertyReferenceOperation or IInvocationOperation or IParameterReferenceOperation { Parameter.RefKind: RefKind.In };

    private void ReleaseAll(Value value, ReleaseKind kind, string by, string family, SyntaxNode site, FlowState state)
    {
        foreach (Fact fact in value.Facts.Where(f => f.Role != Role.Captured))
        {
            if (fact.Resource.Kind is not (ResourceKind.Static or ResourceKind.Unterminated or ResourceKind.ManagedCode))
            {
                ReleaseOne(fact.Resource, kind, by, family, site, state);
            }
        }
    }

    private void ReleaseOne(Resource resource, ReleaseKind kind, string by, string family, SyntaxNode site, FlowState state)
    {
        Status status = state.StatusOf(resource);
        if (status.Released?.Kind == ReleaseKind.NeverMade || IsAnother(resource, status.Released, site))
        {
            return;
        }

        scope.Report(new ReleaseEvent(site, resource, status.Released, family, by));
        if (status.Released is not null)
        {
            return;
        }

        var release = new Release(kind, site, by);
        state.Statuses[resource] = status with { Released = release };
        if (status.Retained is { } retained)
        {
            scope.Report(new RetentionBrokenEvent(retained, resource, release, state.IsExceptional));
        }

        foreach (KeyValuePair<Resource, Status> entry in state.Statuses.Where(s => s.Key.Kind == ResourceKind.Borrowed && s.Value.Released is null && s.Key.Targets.Contains(resource)).ToArray())
        {
            state.Statuses[entry.Key] = entry.Value with { Released = new(ReleaseKind.Invalidated, site, by) };
        }
    }

    // What a loop made stands for many; a later loop that goes through them has released another one in its last turn.
    private static bool IsAnother(Resource resource, Release? released, SyntaxNode at) =>
        released is not null && at.SpanStart <= released.Site.SpanStart && LoopAround(resource.Site) is not null
        && LoopAround(released.Site) is { } loop && loop.Contains(at) && !loop.Contains(resource.Site);

    private static SyntaxNode? LoopAround(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(Loops.IsLoop);
}
