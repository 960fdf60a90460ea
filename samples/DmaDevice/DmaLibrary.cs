using Ffi;

namespace DmaDevice;

/// <summary>native/dmaengine/dmaengine.c</summary>
[NativeLibrary("dmaengine")]
internal static unsafe partial class DmaLibrary
{
    [NativeFunction("dma_open")] public static partial nint Open();
    [NativeFunction("dma_close")] public static partial void Close(nint device);
    [NativeFunction("dma_registers")] public static partial DmaRegisters* Registers(nint device);
    [NativeFunction("dma_kick")] public static partial void Kick(nint device);

    /// <summary>Returns when the bytes are moved: the spans are pinned for the call.</summary>
    [NativeFunction("dma_transfer")]
    public static partial void Transfer(nint device, Span<byte> target, ReadOnlySpan<byte> source, uint bytes);

    /// <summary>Returns at once: the memory is the device's until the completion tells.</summary>
    [NativeFunction("dma_start")]
    public static partial int Start(nint device, [Retained] byte* target, [Retained] byte* source, uint bytes, nint completion);

    [NativeFunction("dma_cancel")]
    public static partial void Cancel(nint device, nint completion);

    [NativeFunction("dma_set_fault")]
    public static partial void SetFault(nint device, DmaFault fault);
}
