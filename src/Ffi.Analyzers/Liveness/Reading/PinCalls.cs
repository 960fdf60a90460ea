using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Pins, pools and callbacks.</summary>
internal static class PinCalls
{
    public static readonly Dictionary<string, Func<Call, Moment, Value?>> Table = new(StringComparer.Ordinal)
    {
        ["GCHandle.Alloc"] = static (call, moment) => HandleReader.Make(call, HandleReader.PinningOf(call), moment),
        ["GCHandle.Free"] = CallResults.Doing(static (call, moment) => Releases.OfReceiver(call, ReleaseKind.Unpin, moment)),
        ["GCHandle.AddrOfPinnedObject"] = HandleReader.AddressOfPinned,
        ["PinnedGCHandle.GetAddressOfObjectData"] = HandleReader.AddressOfPinned,
        ["GCHandleExtensions.GetAddressOfArrayData"] = HandleReader.AddressOfPinned,
        ["GCHandleExtensions.GetAddressOfStringData"] = HandleReader.AddressOfPinned,
        ["GCHandle.ToIntPtr"] = ToToken,
        ["PinnedGCHandle.ToIntPtr"] = ToToken,
        ["WeakGCHandle.ToIntPtr"] = ToToken,
        ["GCHandle.FromIntPtr"] = FromToken,
        ["PinnedGCHandle.FromIntPtr"] = FromToken,
        ["WeakGCHandle.FromIntPtr"] = FromToken,
        ["ArrayPool.Rent"] = static (call, moment) => Rent(call, ResourceKind.Pooled, moment),
        ["MemoryPool.Rent"] = static (call, moment) => Rent(call, ResourceKind.Pooled, moment),
        ["PinnedBuffer.Rent"] = static (call, moment) => Rent(call, ResourceKind.PinnedBuffer, moment),
        ["ArrayPool.Return"] = CallResults.Doing(
            static (call, moment) => Releases.All(call.ValueOf(0), ReleaseKind.Unpin, "Return", "", call.Syntax, moment)),
        ["NativeCallback.Create"] = CreateCallback,
        ["Marshal.GetFunctionPointerForDelegate"] = TakeThunk,
        ["Marshal.GetDelegateForFunctionPointer"] = FromPointer,
        ["NativeDelegate.FromPointer"] = FromPointer,
        ["GC.AllocateArray"] = Arrays.Allocate,
        ["GC.AllocateUninitializedArray"] = Arrays.Allocate,
        ["Marshal.UnsafeAddrOfPinnedArrayElement"] = Arrays.AddressOfElement,
        ["GC.KeepAlive"] = static (_, _) => Value.Unknown,
    };

    /// <summary><c>Memory&lt;T&gt;.Pin</c>, and the same of whoever implements <c>IPinnable</c>.</summary>
    public static Value Pin(Call call, Moment moment) => Value.Of(Things.Make(ResourceKind.MemoryPin, call.Syntax, new()
    {
        Name = call.Method.Name,
        IsUnnamed = true,
        IsOwned = true,
        Targets = [.. call.ReceiverValue.Facts.Select(static f => f.Resource)],
    }, moment), Role.Self);

    private static Value ToToken(Call call, Moment moment) => HandleReader.TokenOf(call.ValueOf(0), moment);

    private static Value FromToken(Call call, Moment moment) =>
        HandleReader.FromToken(call.ValueOf(0)) is { Facts.IsEmpty: false } handle
            ? handle
            : Things.Opaque(call.Operation, null, isRooted: true, moment);

    private static Value Rent(Call call, ResourceKind kind, Moment moment) => Value.Of(Things.Make(kind, call.Syntax, new()
    {
        Name = call.Method.Name,
        IsUnnamed = true,
        IsOwned = kind == ResourceKind.PinnedBuffer && !moment.Scope.IsForGood,
    }, moment), Role.Self);

    // Rooted until it is disposed, even if it is forgotten.
    private static Value CreateCallback(Call call, Moment moment) => Value.Of(Things.Make(ResourceKind.Delegate, call.Syntax, new()
    {
        Name = call.Method.Name,
        IsUnnamed = true,
        IsRooted = true,
        Type = call.Method.ContainingType,
    }, moment), Role.Self);

    // The pointer is where the mistake is made, so that is what a report points to.
    private static Value TakeThunk(Call call, Moment moment)
    {
        Fact[] delegates = [.. call.ValueOf(0).Facts.Where(static f => f.Resource.Kind == ResourceKind.Delegate)];
        foreach (Fact fact in delegates)
        {
            moment.Do(new TakeThunk(fact.Resource, call.Syntax));
        }

        return Value.Of(delegates.Select(static f => f with { Role = Role.Address }));
    }

    private static Value FromPointer(Call call, Moment moment)
    {
        moment.Use(call.ValueOf(0), call.Syntax, UseKind.ToNative, call.Method.Name);
        return call.ValueOf(0).AsAddress();
    }
}
