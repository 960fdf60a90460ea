using System.Runtime.InteropServices;
using Ffi.Tests.Threading;

namespace Ffi.Tests.Checked.Faults;

/// <summary>A device that moves memory on its own time.</summary>
[Collection(nameof(WrittenLateTests))]
public unsafe class DmaLies
{
    // struct ffi_completion of native/include, with room to spare.
    private const int CompletionBytes = 256;

    // enum dma_fault.
    private const int Sound = 0, Stalls = 3;

    [UnixFact]
    public void EachIsFound_AndItsTwinIsNot()
    {
        nint device = Dma.Open();
        byte[] source = [.. Enumerable.Range(1, 64).Select(static number => (byte)number)];
        Lie[] lies =
        [
            new(
                "more bytes than the target has",
                () => Dma.Transfer(device, new byte[60], source, 64),
                NativeFault.WrittenOutside, "dma_transfer", "target", Lie.Larger,
                () => Dma.Transfer(device, new byte[64], source, 64)),
            new(
                "source and target in the wrong order",
                () => Dma.TransferSwapped(device, new byte[64], source, 64),
                NativeFault.WrittenReadOnly, "dma_transfer", "source", Lie.Writes + "System.Span<byte>",
                () => Dma.Transfer(device, new byte[64], source, 64)),
            new(
                "a target that the device keeps",
                () => Move(source, static (device, source, completion) => Dma.Start(device, new byte[64], source, 64, completion)),
                NativeFault.WrittenLate, "dma_start", "target", Lie.Keeps,
                () =>
                {
                    using PinnedBuffer<byte> target = PinnedBuffer<byte>.Rent(64);
                    Move(source, (device, source, completion) => Dma.StartKept(device, target, source, 64, completion));
                    target.Release();
                    Assert.Equal(source, target.Span);
                }),
        ];

        Assert.All(lies, static lie => lie.Verify());
        Dma.Close(device);
    }

    // The device is made to wait in a transfer of its own, so that what is started then can't be over when the call returns. Closing the
    // device finishes what was started.
    private static void Move(byte[] source, Func<nint, nint, nint, int> start)
    {
        nint device = Dma.Open();
        nint memory = (nint)NativeMemory.AllocZeroed(2 * CompletionBytes + 2 * (nuint)source.Length);
        nint from = memory + 2 * CompletionBytes;
        source.CopyTo(new Span<byte>((void*)from, source.Length));
        Dma.SetFault(device, Stalls);
        Assert.NotEqual(0, Dma.StartRaw(device, from + source.Length, from, (uint)source.Length, memory));
        Assert.NotEqual(0, start(device, from, memory + CompletionBytes));
        Dma.SetFault(device, Sound);
        Dma.Close(device);
        NativeMemory.Free((void*)memory);
    }
}

[NativeLibrary("dmaengine")]
internal static partial class Dma
{
    [NativeFunction("dma_open")] internal static partial nint Open();
    [NativeFunction("dma_set_fault")] internal static partial void SetFault(nint device, int fault);
    [NativeFunction("dma_close")] internal static partial void Close(nint device);
    [NativeFunction("dma_transfer")]
    internal static partial void Transfer(nint device, Span<byte> target, ReadOnlySpan<byte> source, uint bytes);
    [NativeFunction("dma_transfer")]
    internal static partial void TransferSwapped(nint device, ReadOnlySpan<byte> source, Span<byte> target, uint bytes);
    [NativeFunction("dma_start")]
    internal static partial int Start(nint device, Span<byte> target, nint source, uint bytes, nint completion);
    [NativeFunction("dma_start")]
    internal static partial int StartKept(nint device, [Retained] PinnedBuffer<byte> target, nint source, uint bytes, nint completion);
    [NativeFunction("dma_start")] internal static partial int StartRaw(nint device, nint target, nint source, uint bytes, nint completion);
}
