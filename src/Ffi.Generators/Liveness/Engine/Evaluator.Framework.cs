using System.Collections.Immutable;
using Ffi.Generators.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Generators.Liveness.Engine;

// The framework's interop surface. Null: no entry, the call is ordinary.
internal sealed partial class Evaluator
{
    private Value? EvaluateFramework(Call call, FlowState state)
    {
        if (Allocators.Allocating.TryGetValue(call.Key, out string? family))
        {
            return EvaluateAllocation(call, family, state);
        }

        if (Allocators.Freeing.TryGetValue(call.Key, out string? freed))
        {
            return Done(() => ReleaseAll(call.ValueOf(0), ReleaseKind.NativeFree, call.Key, freed, call.Syntax, state));
        }

        switch (call.Key)
        {
            case "GCHandle.Alloc":
                return MakeHandle(call, PinningOf(call), state);
            case "GCHandle.Free":
                return Done(() => ReleaseReceiver(call, ReleaseKind.Unpin, state));
            case "GCHandle.AddrOfPinnedObject" or "PinnedGCHandle.GetAddressOfObjectData" or "GCHandleExtensions.GetAddressOfArrayData" or "GCHandleExtensions.GetAddressOfStringData":
                return AddressOfPinned(call, state);
            case "GCHandle.ToIntPtr" or "PinnedGCHandle.ToIntPtr" or "WeakGCHandle.ToIntPtr":
                return TokenOf(call.ValueOf(0), state);
            case "GCHandle.FromIntPtr" or "PinnedGCHandle.FromIntPtr" or "WeakGCHandle.FromIntPtr":
                return FromToken(call.ValueOf(0)) is { Facts.IsEmpty: false } handle ? handle : Opaque(call.Operation, null, isRooted: true, state);
            case "ArrayPool.Rent" or "MemoryPool.Rent" or "PinnedBuffer.Rent":
                return Make(call.Key == "PinnedBuffer.Rent" ? ResourceKind.PinnedBuffer : ResourceKind.Pooled, call, state);
            case "NativeCallback.Create":
                // Rooted until it is disposed, whoever forgets it.
                Value callback = Make(ResourceKind.Delegate, call, state);
                callback.Facts[0].Resource.IsRooted = true;
                return callback;
            case "ArrayPool.Return":
                return Done(() => ReleaseAll(call.ValueOf(0), ReleaseKind.Unpin, "Return", "", call.Syntax, state));
            case "Marshal.GetFunctionPointerForDelegate":
                return Value.Of(call.ValueOf(0).Facts.Where(f => f.Resource.Kind == ResourceKind.Delegate).Select(f => Thunk(f, call)));
            case "Marshal.GetDelegateForFunctionPointer" or "NativeDelegate.FromPointer":
                Use(call.ValueOf(0), call.Syntax, UseKind.Argument, call.Method.Name, state);
                return call.ValueOf(0).AsAddress();
            case "SafeHandle.DangerousGetHandle" or "CriticalHandle.DangerousGetHandle":
                Use(call.ReceiverValue, call.Syntax, UseKind.Dereference, call.Receiver!.Syntax.ToString(), state);
                return call.ReceiverValue.AsAddress();
            case "SafeHandle.DangerousAddRef":
                return AddRef(call, state);
            case "SafeHandle.DangerousRelease":
                return Done(() => ReleaseRef(call, state));
            case "NativeLibrary.Load" or "NativeModule.Load" or "NativeLibrary.GetMainProgramHandle":
                return Make(ResourceKind.Module, call, state);
            case "NativeLibrary.TryLoad" or "NativeModule.TryLoad":
                return Out(call, Make(ResourceKind.Module, call, state), state);
            case "NativeLibrary.Free":
                return Done(() => ReleaseAll(call.ValueOf(0), ReleaseKind.Unload, "NativeLibrary.Free", "", call.Syntax, state));
            case "NativeLibrary.GetExport":
                Use(call.ValueOf(0), call.Syntax, UseKind.Argument, call.Method.Name, state);
                return call.ValueOf(0).AsAddress();
            case "NativeModule.GetSymbol" or "NativeModule.GetFunction":
                Use(call.ReceiverValue, call.Syntax, UseKind.Argument, call.Method.Name, state);
                return call.ReceiverValue.AsAddress();
            case "NativeLibrary.TryGetExport":
                return Out(call, call.ValueOf(0).AsAddress(), state);
            case "NativeModule.TryGetSymbol" or "NativeModule.TryGetFunction":
                return Out(call, call.ReceiverValue.AsAddress(), state);
            case "Unsafe.AsPointer":
                return call.ValueOf(0).AsAddress();
            case "Marshal.UnsafeAddrOfPinnedArrayElement":
                return AddressOfElement(call, state);
            case "GC.AllocateArray" or "GC.AllocateUninitializedArray":
                return AllocateArray(call, state);
            case "GC.KeepAlive":
                return Value.Unknown;
            case "Marshal.GetLastWin32Error" or "Marshal.GetLastPInvokeError" or "Marshal.GetHRForLastWin32Error" or "Marshal.GetLastPInvokeErrorMessage":
                return Done(() => ReadLastError(call, state));
            case "Marshal.SetLastPInvokeError" or "Marshal.SetLastSystemError":
                state.LastError = null;
                return Value.Unknown;
            case "String.Copy" or "String.FastAllocateString":
                return Value.Of(Get(ResourceKind.Fresh, call.Syntax, "string"), Role.Self);
            case "MemoryExtensions.AsSpan" or "MemoryExtensions.AsMemory" when call.Argument(0) is { Operation: { Type.SpecialType: SpecialType.System_String } text }:
                return SharedText(text, state);
            case "MemoryMarshal.CreateSpan" or "MemoryMarshal.CreateReadOnlySpan":
                return Behind(call.ValueOf(0));
            case "MemoryExtensions.AsSpan" or "MemoryExtensions.AsMemory":
                Use(call.ValueOf(0), call.Syntax, UseKind.Dereference, call.Method.Name, state);
                return call.ValueOf(0).AsAddress();
            case "CollectionsMarshal.AsSpan":
                // The array inside the list, which the list may also replace.
                return Make(ResourceKind.Fresh, call, state).AsAddress();
            case "Encoding.GetBytes" or "UTF8Encoding.GetBytes" when call.Method.ReturnType is IArrayTypeSymbol:
                return EncodedBytes(call, state);
        }

        if (call.Method.Name == "Pin" && Types.IsMemoryHandle(call.Method.ReturnType))
        {
            Value pin = Make(ResourceKind.MemoryPin, call, state);
            pin.Facts[0].Resource.IsOwned = true;
            pin.Facts[0].Resource.Targets = [.. call.ReceiverValue.Facts.Select(f => f.Resource)];
            return pin;
        }

        return call.Method.Name is "Dispose" or "Close" or "SetHandleAsInvalid" && call.Receiver is not null ? EvaluateDispose(call, state) : null;
    }

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
            return null;
        }

        ReleaseReceiver(call, kind.Value, state);
        return Value.Unknown;
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
        || receiver is IPropertyReferenceOperation or IParameterReferenceOperation { Parameter.RefKind: RefKind.In };

    private Value EvaluateAllocation(Call call, string family, FlowState state)
    {
        UseArguments(call, state);
        if (Allocators.Moving.Contains(call.Key))
        {
            ReleaseAll(call.ValueOf(0), ReleaseKind.NativeFree, call.Key, family, call.Syntax, state);
        }

        bool isNullText = call.Key.Contains("StringTo") || call.Key.Contains("ConvertToUnmanaged");
        return Allocate(call.Syntax, family, call.Method.Name, isNullText, state);
    }

    private Value? CreateHandle(Call call, IObjectCreationOperation creation, FlowState state)
    {
        if (call.Key == "Win32Exception..ctor" && call.Arguments.IsEmpty)
        {
            ReadLastError(call, state);
            return null;
        }

        if (creation.Type?.SpecialType == SpecialType.System_String)
        {
            return Value.Of(Get(ResourceKind.Fresh, call.Syntax, "string"), Role.Self);
        }

        return Types.IsGCHandle(creation.Type) && call.Arguments.Length > 0 ? MakeHandle(call, creation.Type!.Name == "PinnedGCHandle", state) : null;
    }

    private Value MakeHandle(Call call, bool? isPinned, FlowState state)
    {
        Resource handle = Get(ResourceKind.Handle, call.Syntax, "GCHandle");
        state.Begin(handle);
        handle.IsPinned = isPinned;
        handle.IsOwned = isPinned == true && scope.Method?.MethodKind != MethodKind.StaticConstructor;
        handle.Targets = [.. call.ValueOf(0).Facts.Select(f => f.Resource)];
        return Value.Of(handle, Role.Self);
    }

    private static bool? PinningOf(Call call) =>
        call.Argument(1) is not { } type ? false
        : type.Operation.ConstantValue is { HasValue: true, Value: int value } ? value == 3
        : null;

    private Value AddressOfPinned(Call call, FlowState state)
    {
        Value handle = call.Receiver is null ? call.ValueOf(0) : call.ReceiverValue;
        if (handle.ZeroedFrom is { } zeroed)
        {
            Use(Value.Of(zeroed, Role.Self), call.Syntax, UseKind.Dereference, call.Method.Name, state);
            return Value.Unknown;
        }

        foreach (Fact fact in handle.Facts.Where(f => f.Resource.Kind == ResourceKind.Handle && f.Resource.IsPinned == false))
        {
            scope.Report(new NotPinnedEvent(call.Syntax, fact.Resource));
            return Value.Unknown;
        }

        Use(handle, call.Syntax, UseKind.Dereference, call.Method.Name, state);
        return handle.AsAddress();
    }

    private Value Make(ResourceKind kind, Call call, FlowState state)
    {
        Resource made = Get(kind, call.Syntax, call.Method.Name);
        state.Begin(made);
        return Value.Of(made, Role.Self);
    }

    // A handle as a number is a handle handed over; whoever has the number may free it.
    private static Value TokenOf(Value handle, FlowState state)
    {
        Escape(handle, state);
        return Value.Of(handle.Facts.Where(f => f.Role == Role.Self).Select(f => f with { Role = Role.Token })).With(Value.NotNull);
    }

    // A span over a ref follows the memory when it moves, as the ref does; it is good as long as the memory's owner.
    private static Value Behind(Value reference) =>
        Value.Of(reference.Facts.SelectMany(f => f is { Resource.Kind: ResourceKind.Movable, Role: Role.Self } ? f.Resource.Targets.Select(t => new Fact(t, Role.Address)) : [f]));

    private static Value FromToken(Value token) => Value.Of(token.Facts.Where(f => f.Role == Role.Token).Select(f => f with { Role = Role.Self }));

    private static Fact Thunk(Fact fact, Call call)
    {
        // The pointer is where the mistake is made, so that is what a report points to.
        fact.Resource.Thunk = call.Syntax;
        return fact with { Role = Role.Address };
    }

    private Value AddRef(Call call, FlowState state)
    {
        Resource reference = Get(ResourceKind.AddRef, call.Syntax, call.Receiver!.Syntax.ToString());
        state.Begin(reference);
        reference.Targets = [.. call.ReceiverValue.Facts.Select(f => f.Resource)];
        CallArgument? success = call.Argument(0);
        // A handle that add-refs itself does so for an object that it makes, more often than not.
        bool isLocal = success?.Variable is { IsHeap: false } && call.Receiver is not IInstanceReferenceOperation;
        reference.IsOwned = isLocal && (MethodText.Contains("DangerousRelease") || !TypeText.Contains("DangerousRelease"));
        if (success?.Variable is { } flag)
        {
            Write(flag, Value.Of(true), call.Syntax, state);
        }

        return Value.Unknown;
    }

    private string TypeText => root.AncestorsAndSelf().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>().LastOrDefault()?.ToString() ?? MethodText;

    private static void ReleaseRef(Call call, FlowState state)
    {
        var targets = new HashSet<Resource>(call.ReceiverValue.Facts.Select(f => f.Resource));
        string receiver = call.Receiver!.Syntax.ToString();
        foreach (KeyValuePair<Resource, Status> entry in state.Statuses.ToArray())
        {
            if (entry.Key.Kind == ResourceKind.AddRef && entry.Value.Released is null && (entry.Key.Name == receiver || entry.Key.Targets.Any(targets.Contains)))
            {
                state.Statuses[entry.Key] = entry.Value with { Released = new(ReleaseKind.Dispose, call.Syntax, call.Key) };
            }
        }
    }

    // bool TryX(…, out T result): on success the variable holds the value; the engine follows both answers.
    private Value Out(Call call, Value value, FlowState state)
    {
        foreach (CallArgument argument in call.Arguments.Where(a => a.Parameter?.RefKind == RefKind.Out && a.Variable is not null))
        {
            Write(argument.Variable!, value, call.Syntax, state);
        }

        return Value.Unknown.With(Value.NotNull);
    }

    private Value AddressOfElement(Call call, FlowState state)
    {
        Value array = call.ValueOf(0);
        ImmutableArray<Resource> arrays = [.. array.Facts.Select(f => f.Resource)];
        bool isStatic = arrays.Any(a => a.Kind == ResourceKind.Static);
        // An array from elsewhere may be pinned there; one that this method made or rented is only pinned if this method pins it.
        bool isOurs = arrays.Any(a => a.Kind is ResourceKind.Fresh or ResourceKind.Pooled || (a.Kind == ResourceKind.Opaque && a.Symbol is IParameterSymbol && IsNativeArgument(call.Operation)));
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
        return pinned?.ConstantValue is { HasValue: true, Value: true }
            ? Value.Of(Get(ResourceKind.Static, call.Syntax, call.Method.Name), Role.Self)
            : pinned?.ConstantValue is { HasValue: true } ? Make(ResourceKind.Fresh, call, state) : Value.Unknown;
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

    private void ReadLastError(Call call, FlowState state)
    {
        if (state.LastError is { } last)
        {
            scope.Report(new LastErrorEvent(call.Syntax, last));
        }
    }

    private static Value Done(Action effect)
    {
        effect();
        return Value.Unknown;
    }
}
