using Ffi.Generators.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Generators.Liveness.Engine;

// Calls: the framework's interop surface by the tables, native functions by their signatures, the rest as managed code that may do anything.
internal sealed partial class Evaluator
{
    private Value EvaluateInvocation(IInvocationOperation invocation, FlowState state)
    {
        IMethodSymbol method = invocation.TargetMethod;
        Value receiver = invocation.Instance is { } instance ? Evaluate(instance, state) : Value.Unknown;
        bool takesReferences = method.ContainingType?.Name is "Unsafe" or "MemoryMarshal";
        var call = new Call(invocation, method, invocation.Instance, receiver,
            [.. invocation.Arguments.Select(a => EvaluateArgument(a, takesReferences, state))]);
        if (MayThrowHere(method))
        {
            bool isSeen = scope.Summaries.MayThrow(method);
            if (isSeen || IsGuarded())
            {
                throwing(block, WithoutArguments(call, state), isSeen, this);
            }
        }

        Value result = FrameworkMethods.IsFramework(method) && EvaluateFramework(call, state) is { } known ? known
            : scope.Signatures.Read(method) is { } signature ? EvaluateNative(call, signature, state)
            : EvaluateManaged(call, state);
        if (FrameworkMethods.IsNoReturn(method))
        {
            throwing(block, state, true, this);
            state.IsDead = true;
        }

        // A value that is read through a returned reference; what the reference points to is OriginOf's to say.
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return Value.Unknown;
        }

        return result.Facts.IsEmpty && result.Known is null ? Opaque(invocation, null, isRooted: !IsMaker(method), state) : result;
    }

    // A call that throws may have taken over what it was given before.
    private FlowState WithoutArguments(Call call, FlowState state)
    {
        IEnumerable<CallArgument> kept = call.Arguments.Where(a => a.Value.AllFacts.Any(f => f.Resource.IsOwned && f.Role == Role.Self)
            && !(FrameworkMethods.IsFramework(call.Method) && FrameworkMethods.IsReader(call.Method)) && !scope.Summaries.OnlyReads(call.Method, a.Parameter));
        FlowState? thrown = null;
        foreach (CallArgument argument in kept)
        {
            thrown ??= state.Clone();
            Escape(argument.Value, thrown);
        }

        return thrown ?? state;
    }

    private CallArgument EvaluateArgument(IArgumentOperation argument, bool takesReferences, FlowState state)
    {
        if (argument.Parameter?.RefKind is null or RefKind.None)
        {
            return new(argument.Value, argument.Parameter, Evaluate(argument.Value, state), null);
        }

        Place? variable = PlaceOf(argument.Value, state);
        Value value = takesReferences ? OriginOf(argument.Value, state)
            : variable is null ? OriginOf(argument.Value, state)
            : Current(variable, state) ?? Value.Unknown;
        return new(argument.Value, argument.Parameter, value, variable);
    }

    private Value EvaluatePointerCall(IFunctionPointerInvocationOperation operation, FlowState state)
    {
        Use(Evaluate(operation.Target, state), operation.Syntax, UseKind.Invocation, operation.Target.Syntax.ToString(), state);
        var signature = (IFunctionPointerTypeSymbol)operation.Target.Type!;
        var call = new Call(operation, signature.Signature, null, Value.Unknown, [.. operation.Arguments.Select(a => EvaluateArgument(a, false, state))]);
        bool isNative = signature.Signature.CallingConvention != System.Reflection.Metadata.SignatureCallingConvention.Default;
        Value result = isNative ? EvaluateNative(call, new NativeSignature(operation.Target.Syntax.ToString()) { IsNative = true }, state) : EvaluateManaged(call, state);
        return result.Facts.IsEmpty ? Opaque(operation, null, isRooted: true, state) : result;
    }

    // Managed code of somebody else: it may keep what it gets, free it, throw, change fields. Only what is dead already is a mistake to pass.
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

        if (state.LastError is { IsKept: true, LostTo: null } last && MethodSummaries.ClobbersLastError(call.Method))
        {
            state.LastError = last with { LostTo = call.Method.Name };
        }

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

    private void UseArguments(Call call, FlowState state, Func<CallArgument, bool>? isReleased = null)
    {
        foreach (CallArgument argument in call.Arguments.Where(a => isReleased?.Invoke(a) != true))
        {
            Use(argument.Value, argument.Operation.Syntax, UseKind.Argument, call.Method.Name, state);
            if (MethodSummaries.BodyOf(call.Method) is not null)
            {
                // Managed code in view may look at the other fields only.
                continue;
            }

            foreach (Fact fact in argument.Value.Facts.Where(f => f.Role == Role.Address).ToArray())
            {
                object owner = fact.Resource.Symbol is { } variable && fact.Resource.Kind == ResourceKind.Stack ? variable : fact.Resource;
                if (state.Variables.TryGetValue(owner, out Value? content))
                {
                    UseContent(content, argument.Operation.Syntax, call.Method.Name, state);
                }

                // Of an array that is pinned for the call, as an array of pointers is.
                foreach (Resource array in fact.Resource.Kind == ResourceKind.FixedRegion ? fact.Resource.Targets.Where(t => t.Kind == ResourceKind.Fresh) : [])
                {
                    foreach (Value elements in state.Variables.Values.Where(v => v.Facts.Any(f => f.Role == Role.Self && f.Resource == array)).ToArray())
                    {
                        UseContent(elements, argument.Operation.Syntax, call.Method.Name, state);
                    }
                }
            }

            UseContent(argument.Value, argument.Operation.Syntax, call.Method.Name, state);
        }
    }

    // A struct that holds a dead pointer is as bad as the pointer.
    private void UseContent(Value content, SyntaxNode at, string target, FlowState state)
    {
        foreach (KeyValuePair<string, Value> field in content.Fields)
        {
            Use(field.Value, at, UseKind.Argument, target, state);
            UseContent(field.Value, at, target, state);
        }
    }

    private void Overwrite(CallArgument argument, FlowState state)
    {
        if (argument is { Variable: { } variable, Parameter.RefKind: RefKind.Ref or RefKind.Out })
        {
            Escape(argument.Value, state);
            Write(variable, Types.IsTracked(argument.Operation.Type) ? Opaque(argument.Operation, null, isRooted: true, state) : Value.Unknown, argument.Operation.Syntax, state);
        }
    }

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

    private Value EvaluateCreation(IObjectCreationOperation creation, FlowState state)
    {
        IMethodSymbol? constructor = creation.Constructor;
        if (constructor is null)
        {
            return EvaluateChildren(creation, state);
        }

        var call = new Call(creation, constructor, null, Value.Unknown, [.. creation.Arguments.Select(a => EvaluateArgument(a, false, state))]);
        if (CreateHandle(call, creation, state) is { } handle)
        {
            return handle;
        }

        if (call.Arguments.IsEmpty && creation.Type is { IsValueType: true })
        {
            return Value.Of(Value.Null);
        }

        bool isAddress = Types.IsAddress(creation.Type) || Types.IsSpan(creation.Type);
        Value managed = EvaluateManaged(call, state);
        if (isAddress)
        {
            return Value.Of(call.Arguments.SelectMany(a => Behind(a.Value).AsAddress().Facts).Concat(managed.Facts));
        }

        if (creation.Type is { IsReferenceType: true })
        {
            Resource fresh = Get(Types.IsSafeHandle(creation.Type) ? ResourceKind.SafeHandle : ResourceKind.Fresh, creation.Syntax, creation.Type.Name);
            state.Begin(fresh);
            return WithMembers(call, Value.Of(managed.Facts.Where(f => f.Role == Role.Captured && fresh.Kind == ResourceKind.Fresh).Concat([new(fresh, Role.Self)])));
        }

        return WithMembers(call, Value.Of(managed.Facts));
    }

    // What a constructor in view puts into the members of the new object.
    private Value WithMembers(Call call, Value made)
    {
        bool isStream = call.Method.ContainingType is { Name: "UnmanagedMemoryStream", ContainingNamespace.Name: "IO" };
        foreach ((string member, int ordinal) in isStream ? [("PositionPointer", 0)] : scope.Summaries.MembersSetBy(call.Method))
        {
            Value given = Value.Of(call.ValueOf(ordinal).Facts.Where(f => f.Role == Role.Address));
            made = given.Facts.IsEmpty ? made : made.WithField($".{member}", given);
        }

        return made;
    }

    private bool MayThrowHere(IMethodSymbol method) =>
        method.MethodKind != MethodKind.PropertyGet && !method.IsExtern
        && !FrameworkMethods.IsCollection(method)
        && !(FrameworkMethods.IsFramework(method) && method.Name != "ThrowExceptionForHR" && method.ContainingNamespace.ToDisplayString() is "System.Runtime.InteropServices" or "System.Runtime.CompilerServices" or "System.Buffers"
            or "System.Runtime.InteropServices.Marshalling")
        && !(FrameworkMethods.IsFramework(method) && method.ContainingType.Name is "Interlocked" or "Volatile" or "GC" or "Math" or "Span" or "ReadOnlySpan" or "MemoryExtensions" or "Debug" or "Monitor")
        && method.Name is not ("Dispose" or "Close")
        && scope.Signatures.Read(method) is not { IsNative: true };

    private bool IsGuarded()
    {
        for (ControlFlowRegion? region = block.EnclosingRegion; region is not null && region != outermost; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
            {
                return true;
            }
        }

        return false;
    }

    // A method that makes what it returns, so that nobody else holds it.
    private bool IsMaker(IMethodSymbol method) =>
        scope.Signatures.Read(method) is { IsNative: true } || (method.IsStatic && (method.Name.StartsWith("Open", StringComparison.Ordinal) || method.Name.StartsWith("Create", StringComparison.Ordinal)));
}
