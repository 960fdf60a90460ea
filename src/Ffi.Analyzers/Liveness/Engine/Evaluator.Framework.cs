using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

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
                Value rented = Make(call.Key == "PinnedBuffer.Rent" ? ResourceKind.PinnedBuffer : ResourceKind.Pooled, call, state);
                rented.Facts[0].Resource.IsOwned = call.Key == "PinnedBuffer.Rent" && scope.Method?.MethodKind != MethodKind.StaticConstructor;
                return rented;
            case "NativeCallback.Create":
                // Rooted until it is disposed, whoever forgets it.
                Value callback = Make(ResourceKind.Delegate, call, state);
                callback.Facts[0].Resource.IsRooted = true;
                callback.Facts[0].Resource.Type = call.Method.ContainingType;
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
            case "GC.KeepAlive" or "Unsafe.ByteOffset":
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

        if (call.Method.Name == "SetHandleAsInvalid")
        {
            // Nothing is released: whoever has the raw handle has it for good.
            Escape(call.ReceiverValue, state);
            return Value.Unknown;
        }

        return call.Method.Name is "Dispose" or "Close" && call.Receiver is not null ? EvaluateDispose(call, state) : null;
    }

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

    private Value Make(ResourceKind kind, Call call, FlowState state)
    {
        Resource made = Get(kind, call.Syntax, call.Method.Name);
        state.Begin(made);
        return Value.Of(made, Role.Self);
    }

    // A span over a ref follows the memory when it moves, as the ref does; it is good as long as the memory's owner.
    private static Value Behind(Value reference) =>
        Value.Of(reference.Facts.SelectMany(f => f is { Resource.Kind: ResourceKind.Movable, Role: Role.Self } ? f.Resource.Targets.Select(t => new Fact(t, Role.Address)) : [f]));

    private static Fact Thunk(Fact fact, Call call)
    {
        // The pointer is where the mistake is made, so that is what a report points to.
        fact.Resource.Thunk = call.Syntax;
        return fact with { Role = Role.Address };
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

    private void ReadLastError(Call call, FlowState state)
    {
        if (state.LastError is { } last && call.Operation.Parent is not IExpressionStatementOperation)
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
