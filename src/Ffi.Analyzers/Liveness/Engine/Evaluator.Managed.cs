using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

// Managed code of somebody else: it may keep what it gets, free it, throw, change fields.
internal sealed partial class Evaluator
{
    // Only what is dead already is a mistake to pass.
    private Value EvaluateManaged(Call call, FlowState state)
    {
        bool isDelegate = call.Method.MethodKind == MethodKind.DelegateInvoke;
        if (isDelegate)
        {
            Use(call.ReceiverValue, call.Syntax, UseKind.Invocation, call.Receiver!.Syntax.ToString(), state);
        }

        bool isFramework = FrameworkMethods.IsFramework(call.Method);
        if (isFramework && Types.IsSpan(call.Receiver?.Type))
        {
            Use(call.ReceiverValue, call.Receiver!.Syntax, MemoryWriters.WritesSpan(call.Method) ? UseKind.Write : UseKind.Dereference, call.Method.Name, state);
        }

        if (isFramework && MemoryWriters.TargetOf(call.Key, call.Method) is { } written && call.Argument(written) is { } target)
        {
            Use(target.Value, target.Operation.Syntax, UseKind.Write, call.Method.Name, state);
        }

        if (!FrameworkMethods.IsHarmless(call.Method))
        {
            UseArguments(call, state);
        }

        bool isDerived = isFramework && Derivations.KeepAddress(call.Method);
        var derived = new List<Fact>();
        foreach (CallArgument argument in call.Arguments)
        {
            derived.AddRange(Behind(argument.Value).AsAddress().Facts);
            if (!isDerived && !(isFramework && FrameworkMethods.IsReader(call.Method)) && !scope.Summaries.OnlyReads(call.Method, argument.Parameter)
                && call.Method.ContainingType?.Name != "WeakReference")
            {
                Escape(argument.Value, state);
            }

            if (isFramework && argument.Parameter?.Ordinal is { } ordinal && ordinal == MemoryWriters.ValueStoredBy(call.Key, call.Method))
            {
                Escape(argument.Value, state);
            }

            if (!isFramework && Types.IsSafeHandle(argument.Operation.Type))
            {
                HandOverAddRefs(argument.Value, state);
            }

            Overwrite(argument, state);
        }

        if (call.Key is "Volatile.Write" or "Interlocked.Exchange" && call.Argument(0) is { Variable: { } exchanged })
        {
            Write(exchanged, call.ValueOf(1), call.Argument(1)!.Operation.Syntax, state);
        }

        derived.AddRange(call.ReceiverValue.AsAddress().Facts);
        if (call.Receiver is not null && FrameworkMethods.IsCollection(call.Method))
        {
            StoreIntoCollection(call, state);
        }

        StartedLater(call, state);
        if (!isFramework)
        {
            if (call.Receiver is not (null or IInstanceReferenceOperation) && !isDelegate)
            {
                Escape(call.ReceiverValue, state);
            }

            DropUncertainHeap(state, call.Method);
        }

        if (!isFramework && state.LastError is { IsKept: false } && MethodSummaries.MayCallNative(call.Method))
        {
            state.LastError = null;
        }

        state.LastError = ErrorAfter(call, isFramework, state.LastError);

        if (isFramework && call.Method.Name == "Slice" && call.Arguments.Length == 2)
        {
            return CutText(Value.Of(derived), call.Syntax);
        }

        if (isFramework && call.Method is { Name: "ToArray", ReturnType: IArrayTypeSymbol })
        {
            // A copy: what it was made of may die, and a NUL behind that is not copied.
            Value cut = call.Receiver?.Syntax.ToString().EndsWith("\\0\"u8", StringComparison.Ordinal) == true ? Value.Unknown : CutText(Value.Of(derived), call.Syntax);
            return Value.Of(cut.Facts.Where(f => f.Resource.Kind == ResourceKind.Unterminated).Concat(Make(ResourceKind.Fresh, call, state).Facts));
        }

        return isDerived ? Value.Of(derived) : Value.Of(derived.Where(f => f.Role == Role.Captured));
    }

    // Whoever gets a structure by reference may write what its pointers point to, too.
    private static void ForgetBehind(CallArgument argument, FlowState state)
    {
        foreach (Fact fact in argument.Parameter?.RefKind == RefKind.Ref ? argument.Value.Fields.SelectMany(f => f.Value.AllFacts) : [])
        {
            if (fact is { Role: Role.Address, Resource.Kind: ResourceKind.Stack })
            {
                state.Variables.Remove((object?)fact.Resource.Symbol ?? fact.Resource);
            }
        }
    }

    // Who gets the handle may get the add-ref with it.
    private static void HandOverAddRefs(Value handle, FlowState state)
    {
        foreach (Resource reference in state.Statuses.Keys.Where(r => r.Kind == ResourceKind.AddRef && r.Targets.Any(t => handle.Facts.Any(f => f.Resource == t))).ToArray())
        {
            state.Escape(reference);
        }
    }

    // Where a call gives a result, the error that is read next is the call's own if it has made native calls; else it replaces the earlier one.
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

    private void Overwrite(CallArgument argument, FlowState state)
    {
        ForgetBehind(argument, state);
        if (IsFilled(argument) && argument.Value.Fields.Any() && PlaceOf(argument.Operation, state) is { } filled)
        {
            Keep(filled, Value.Of(argument.Value.Facts), argument.Operation.Syntax, state);
        }

        if (argument is { Variable: { } variable, Parameter.RefKind: RefKind.Ref or RefKind.Out })
        {
            Escape(argument.Value, state);
            Write(variable, Types.IsTracked(argument.Operation.Type) ? Opaque(argument.Operation, null, isRooted: true, state) : Value.Unknown, argument.Operation.Syntax, state);
        }
    }

    // [Out] FORMATETC[] formats: what its elements held is neither looked at nor there afterwards.
    private static bool IsFilled(CallArgument argument) =>
        argument is { Operation.Type: IArrayTypeSymbol, Parameter: { } parameter } && Has(parameter, "OutAttribute") && !Has(parameter, "InAttribute");

    private static bool Has(IParameterSymbol parameter, string attribute) => parameter.GetAttributes().Any(a => a.AttributeClass?.Name == attribute);

    private void StoreIntoCollection(Call call, FlowState state)
    {
        string name = call.Method.Name;
        if (PlaceOf(call.Receiver!, state) is not { } place)
        {
            return;
        }

        bool isLocal = !place.IsHeap && IsFresh(place, state);
        string key = isLocal ? "" : $"{call.Receiver!.Syntax}[]";
        if (name is "Clear" or "Remove" or "RemoveAt" or "TryRemove" or "Pop" or "Dequeue" or "TryPop" or "TryDequeue")
        {
            state.Heap.Remove(key);
            return;
        }

        foreach (CallArgument argument in call.Arguments.Where(a => a.Value.AllFacts.Any()))
        {
            if (isLocal)
            {
                Keep(place.Member("[]"), argument.Value, argument.Operation.Syntax, state);
            }
            else
            {
                Write(new(null, key), argument.Value, argument.Operation.Syntax, state);
            }
        }
    }

    // Code handed to another thread runs when the caller's frame may be gone, unless the caller waits for it.
    private void StartedLater(Call call, FlowState state)
    {
        bool starts = call.Key is "Task.Run" or "TaskFactory.StartNew" or "ThreadPool.QueueUserWorkItem" or "ThreadPool.UnsafeQueueUserWorkItem"
            or "Task.ContinueWith" or "Thread..ctor" or "Timer..ctor";
        if (!starts || MethodText.Contains("Wait") || MethodText.Contains(".Join(") || MethodText.Contains(".Result") || MethodText.Contains("await ") || MethodText.Contains("GetAwaiter"))
        {
            return;
        }

        foreach (CallArgument argument in call.Arguments)
        {
            Use(Value.Of(argument.Value.Facts.Where(f => f.Role == Role.Captured)), argument.Operation.Syntax, UseKind.Capture, call.Method.Name, state);
        }
    }
}
