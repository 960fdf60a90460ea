using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Handles of managed objects and of native ones: made, turned into numbers and back, add-ref'd.</summary>
internal static class HandleReader
{
    public static Value? Create(Call call, IObjectCreationOperation creation, Moment moment)
    {
        if (call.Key == "Win32Exception..ctor" && call.Arguments.IsEmpty)
        {
            ErrorCalls.ReadLastError(call, moment);
            return null;
        }

        if (creation.Type?.SpecialType == SpecialType.System_String)
        {
            return Things.FreshText(call.Syntax, moment);
        }

        return Types.IsGCHandle(creation.Type) && call.Arguments.Length > 0
            ? Make(call, creation.Type!.Name == "PinnedGCHandle", moment)
            : null;
    }

    public static Value Make(Call call, bool? isPinned, Moment moment) => Value.Of(Things.Make(ResourceKind.Handle, call.Syntax, new()
    {
        Name = call.Method.Name,
        IsUnnamed = true,
        IsPinned = isPinned,
        IsOwned = isPinned == true && !moment.Scope.IsForGood,
        Targets = [.. call.ValueOf(0).Facts.Select(static f => f.Resource)],
    }, moment), Role.Self);

    public static bool? PinningOf(Call call) =>
        call.Argument(1) is not { } type ? false
        : type.Operation.ConstantValue is { HasValue: true, Value: int value } ? value == 3
        : null;

    public static Value AddressOfPinned(Call call, Moment moment)
    {
        Value handle = call.Receiver is null ? call.ValueOf(0) : call.ReceiverValue;
        if (handle.ZeroedFrom is { } zeroed)
        {
            moment.Use(Value.Of(zeroed, Role.Self), call.Syntax, UseKind.Dereference, call.Method.Name);
            return Value.Unknown;
        }

        foreach (
            Fact fact in handle.Facts.Where(f => f.Resource.Kind == ResourceKind.Handle && moment.StandingOf(f.Resource).IsPinned == false))
        {
            moment.Tell(new NotPinnedEvent(call.Syntax, moment.SubjectOf(fact.Resource)));
            return Value.Unknown;
        }

        moment.Use(handle, call.Syntax, UseKind.Dereference, call.Method.Name);
        return handle.AsAddress();
    }

    /// <summary>A handle as a number is a handle handed over; whoever has the number may free it.</summary>
    public static Value TokenOf(Value handle, Moment moment)
    {
        moment.Escape(handle);
        return Value
            .Of(handle.Facts.Where(static f => f.Role == Role.Self).Select(static f => f with { Role = Role.Token }))
            .With(Value.NotNull);
    }

    public static Value FromToken(Value token) =>
        Value.Of(token.Facts.Where(static f => f.Role == Role.Token).Select(static f => f with { Role = Role.Self }));

    /// <summary>Whether a handle is one that the object made for itself, so that it is garbage when the object is, and the method doesn't
    /// use the object after the call.</summary>
    public static bool IsOfThisAlone(Resource handle, SyntaxNode call, Moment moment) =>
        handle.Kind == ResourceKind.SafeHandle
        && moment.StandingOf(handle) is { Escaped: false, Symbol: IFieldSymbol { IsStatic: false } field }
        && !FinalizableMembers.IsLooseIn(moment.Scope)
        && moment.Scope.Method is { IsStatic: false, IsAsync: false } method
        && Types.DerivesFromOrIs(method.ContainingType, field.ContainingType)
        && moment.Scope.Summaries.IsMadeByItsType(field)
        && !moment.Scope.LaterReads.IsRead(null, moment.Point, call)
        && !moment.Scope.Kept.IsKept(method, null, moment.Scope.Cancellation);

    public static Value AddRef(Call call, Moment moment)
    {
        // One of many, which a loop releases as it add-ref'd them.
        if (
            call.Receiver is IArrayElementReferenceOperation { Indices: [{ ConstantValue.HasValue: false }] }
            || call.ReceiverValue.Facts.Any(static f =>
                f.Resource.Site is ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: not LiteralExpressionSyntax }] }))
        {
            return Value.Unknown;
        }

        CallArgument? success = call.Argument(0);
        // A handle that add-refs itself does so for an object that it makes, more often than not; and who takes no raw handle wants it to
        // live on.
        bool isLocal = success?.Variable is { IsHeap: false } && call.Receiver is not IInstanceReferenceOperation;
        MethodShape shape = moment.Scope.Shape;
        bool isReleasedHere = shape.Calls("SafeHandle.DangerousRelease") || shape.Calls("CriticalHandle.DangerousRelease");
        bool isForGood = !isReleasedHere && (!shape.Calls("SafeHandle.DangerousGetHandle") || shape.TypeReleases);
        Things.Make(ResourceKind.AddRef, call.Syntax, new()
        {
            Name = call.Receiver!.Syntax.ToString(),
            Holds = Terms.Of(call.Receiver, moment),
            Targets = [.. call.ReceiverValue.Facts.Select(static f => f.Resource)],
            IsOwned = isLocal,
            Doubts = isForGood ? [DoubtList.ReleasedElsewhere] : [],
        }, moment);
        if (success?.Variable is { } flag)
        {
            References.Write(flag, Value.Of(true), call.Syntax, moment);
        }

        return Value.Unknown;
    }

    /// <summary>The latest add-ref of the handle that has not ended; where all have, this is one release too many.</summary>
    public static void ReleaseRef(Call call, Moment moment)
    {
        var targets = new HashSet<Resource>(call.ReceiverValue.Facts.Select(static f => f.Resource));
        Term? receiver = Terms.Of(call.Receiver, moment);
        KeyValuePair<Resource, Standing>[] references =
        [
            .. moment.State.Resources.Where(r =>
                r.Key.Kind == ResourceKind.AddRef
                && ((receiver is not null && receiver.Equals(r.Value.Holds)) || r.Value.Targets.Any(targets.Contains))),
        ];
        Resource? held = references
            .Where(static r => r.Value.Released is null)
            .OrderByDescending(static r => r.Key.Site.SpanStart)
            .Select(static r => r.Key)
            .FirstOrDefault();
        if (held is not null)
        {
            moment.Do(new End(held, ReleaseKind.Unpin, call.Syntax, call.Key));
        }
        else if (references is [{ Value.Released: { Kind: ReleaseKind.Unpin } released } reference])
        {
            moment.Tell(new ReleaseEvent(call.Syntax, moment.SubjectOf(reference.Key), released, "", call.Key));
        }
    }
}
