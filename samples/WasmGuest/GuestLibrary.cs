using Ffi;

namespace WasmGuest;

/// <summary>native/wasmguest/host.c: each function returns why the guest trapped, 0 where it did not.</summary>
[NativeLibrary("wasmguest")]
internal static unsafe partial class GuestLibrary
{
    [NativeFunction("guest_open")] public static partial nint Open();
    [NativeFunction("guest_close")] public static partial void Close(nint guest);
    [NativeFunction("guest_memory")] public static partial nint Memory(nint guest, out uint size);
    [NativeFunction("guest_explain")] public static partial byte* Explain(int trap);

    [NativeFunction("guest_allocate")] public static partial int Allocate(nint guest, uint bytes, out uint offset);
    [NativeFunction("guest_deallocate")] public static partial int Deallocate(nint guest, uint offset, uint bytes);
    [NativeFunction("guest_live_blocks")] public static partial int LiveBlocks(nint guest, out uint count);
    [NativeFunction("guest_sum")] public static partial int Sum(nint guest, uint numbers, uint count, out long sum);
    [NativeFunction("guest_reversed")] public static partial int Reversed(nint guest, uint text, uint length, out ulong packed);
    [NativeFunction("guest_lying")] public static partial int Lying(nint guest, out ulong packed);
    [NativeFunction("guest_grow")] public static partial int Grow(nint guest, uint pages);
    [NativeFunction("guest_divide")] public static partial int Divide(nint guest, uint left, uint right, out uint quotient);
    [NativeFunction("guest_load")] public static partial int Load(nint guest, uint offset, out uint value);
}
