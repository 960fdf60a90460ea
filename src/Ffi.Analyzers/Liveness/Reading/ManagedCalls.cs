using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Other managed code: it may keep what it gets, free it, throw, change fields. Only what is dead already is a mistake to
/// pass.</summary>
internal static class ManagedCalls
{
    public static Value Read(Call call, Moment moment)
    {
        bool isFramework = FrameworkMethods.IsFramework(call.Method);
        ReadReceiver(call, isFramework, moment);
        MethodDeeds deeds = isFramework ? MethodDeeds.None : moment.Scope.Deeds.Of(call.Method, moment.Scope.Cancellation);
        if (!FrameworkMethods.IsHarmless(call.Method))
        {
            CallReader.UseArguments(call, moment, argument => deeds.Ends(argument.Parameter));
        }

        var derived = new List<Fact>();
        foreach (CallArgument argument in call.Arguments)
        {
            derived.AddRange(Spans.Behind(argument.Value, moment).AsAddress().Facts);
            if (deeds.Ends(argument.Parameter))
            {
                HelperCalls.End(call, argument, deeds, moment);
                continue;
            }

            HandOver(call, argument, isFramework, moment);
            Overwrite(argument, moment);
        }

        // Whoever asks what was there before finds out whether the exchange took place.
        bool isExchanged = call.Key is "Volatile.Write" or "Interlocked.Exchange"
            || (call.Key == "Interlocked.CompareExchange" && call.Operation.Parent is IExpressionStatementOperation);
        if (isExchanged && call.Argument(0) is { Variable: { } exchanged })
        {
            References.Write(exchanged, call.ValueOf(1), call.Argument(1)!.Operation.Syntax, moment);
        }

        derived.AddRange(call.ReceiverValue.AsAddress().Facts);
        Collections.Read(call, moment);
        LaterCode.Read(call, moment);
        if (!isFramework)
        {
            AfterOthers(call, moment);
            HelperCalls.Keep(call, deeds, moment);
        }

        moment.Do(new SetLastError(ErrorAfter(call, isFramework, moment.State.LastError)));
        return HelperCalls.ResultOf(call, deeds, moment) ?? ResultOf(call, isFramework, derived, moment);
    }

    /// <summary>Code that gets a structure by reference may write what its pointers point to, too.</summary>
    public static IEnumerable<Effect> Behind(CallArgument argument, Moment moment) =>
        argument.Parameter?.RefKind != RefKind.Ref
            ? []
            : argument
                .Value.Fields.Values.SelectMany(static f => f.AllFacts)
                .Where(static f => f is { Role: Role.Address, Resource.Kind: ResourceKind.Stack })
                .Select(f => new Drop(CallReader.MemoryTerm(f.Resource, moment)))
                .ToArray();

    /// <summary>What a call may leave in its arguments.</summary>
    public static void Overwrite(CallArgument argument, Moment moment)
    {
        foreach (Effect forgotten in Behind(argument, moment))
        {
            moment.Do(forgotten);
        }

        if (argument.IsFilled && !argument.Value.Fields.IsEmpty && PlaceReader.Of(argument.Operation, moment) is { } filled)
        {
            moment.Do(new Keep(filled, Value.Of(argument.Value.Facts), argument.Operation.Syntax));
        }

        if (argument is { Variable: { } variable, Parameter.RefKind: RefKind.Ref or RefKind.Out })
        {
            moment.Escape(argument.Value);
            References.Write(
                variable,
                Types.IsTracked(argument.Operation.Type) ? Things.Opaque(argument.Operation, null, isRooted: true, moment) : Value.Unknown,
                argument.Operation.Syntax,
                moment);
        }
    }

    /// <summary>Who gets the handle may get the add-ref with it.</summary>
    public static void HandOverAddRefs(Value handle, Moment moment)
    {
        foreach (
            Resource reference in moment
                .State.Resources.Where(r =>
                    r.Key.Kind == ResourceKind.AddRef && r.Value.Targets.Any(t => handle.Facts.Any(f => f.Resource == t)))
                .Select(static r => r.Key)
                .ToArray())
        {
            moment.Do(new HandOver(reference));
        }
    }

    private static void ReadReceiver(Call call, bool isFramework, Moment moment)
    {
        if (call.Method.MethodKind == MethodKind.DelegateInvoke)
        {
            moment.Use(call.ReceiverValue, call.Syntax, UseKind.Invocation, call.Receiver!.Syntax.ToString());
        }

        if (isFramework && Types.IsSpan(call.Receiver?.Type))
        {
            moment.Use(
                call.ReceiverValue,
                call.Receiver!.Syntax,
                MemoryWriters.WritesSpan(call.Method) ? UseKind.Write : UseKind.Dereference,
                call.Method.Name);
        }

        if (isFramework && MemoryWriters.TargetOf(call.Key, call.Method) is { } written && call.Argument(written) is { } target)
        {
            moment.Use(target.Value, target.Operation.Syntax, UseKind.Write, call.Method.Name);
        }
    }

    private static void HandOver(Call call, CallArgument argument, bool isFramework, Moment moment)
    {
        bool isRead = (isFramework && (Derivations.KeepAddress(call.Method) || FrameworkMethods.IsReader(call.Method)))
            || moment.Scope.Summaries.OnlyReads(call.Method, argument.Parameter)
            || call.Method.ContainingType?.Name == "WeakReference";
        if (
            !isRead
            || (isFramework && argument.Parameter?.Ordinal is { } ordinal && ordinal == MemoryWriters.ValueStoredBy(call.Key, call.Method)))
        {
            moment.Escape(argument.Value);
        }

        if (!isFramework && Types.IsSafeHandle(argument.Operation.Type))
        {
            HandOverAddRefs(argument.Value, moment);
        }
    }

    private static void AfterOthers(Call call, Moment moment)
    {
        if (call.Receiver is not (null or IInstanceReferenceOperation) && call.Method.MethodKind != MethodKind.DelegateInvoke)
        {
            moment.Escape(call.ReceiverValue);
        }

        HeapReader.DropUncertain(call.Method, moment);
        if (moment.State.LastError is { IsKept: false } && MethodSummaries.MayCallNative(call.Method))
        {
            moment.Do(new SetLastError(null));
        }
    }

    private static Value ResultOf(Call call, bool isFramework, List<Fact> derived, Moment moment)
    {
        if (isFramework && call.Method.Name == "Slice" && call.Arguments.Length == 2)
        {
            return Texts.Cut(Value.Of(derived), call.Syntax, moment);
        }

        return isFramework && call.Method is { Name: "ToArray", ReturnType: IArrayTypeSymbol }
                ? Texts.Copied(call, Value.Of(derived), moment)
            : isFramework && Derivations.KeepAddress(call.Method) ? Value.Of(derived)
            : Value.Of(derived.Where(static f => f.Role == Role.Captured));
    }

    // Where a call gives a result, the error that is read next is the call's own if it has made native calls; else it replaces the earlier
    // one.
    private static LastError? ErrorAfter(Call call, bool isFramework, LastError? last)
    {
        if (last is null)
        {
            return null;
        }

        bool isOwn = !isFramework && call.Operation.Parent is not IExpressionStatementOperation;
        bool isReplaced = MethodSummaries.ClobbersLastError(call.Method);
        return isOwn && (isReplaced || last.LostTo is not null || call.Method.MethodKind == MethodKind.DelegateInvoke) ? null
            : isReplaced && last is { IsKept: true, LostTo: null } ? last with { LostTo = call.Method.Name }
            : last;
    }
}
