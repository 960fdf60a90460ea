namespace Ffi;

/// <summary>A part of a guest's linear memory.</summary>
/// <param name="Offset">Where it begins, in bytes from the memory's base: what the guest calls a pointer.</param>
/// <param name="Length">How many bytes it has.</param>
public readonly record struct GuestSlice(uint Offset, uint Length)
{
    /// <summary>Both in 64 bits, as a guest returns them: the offset in the upper half, the length in the lower one.</summary>
    public ulong Packed => ((ulong)Offset << 32) | Length;

    /// <summary>Takes a packed value apart.</summary>
    /// <param name="packed">The offset in the upper half, the length in the lower one.</param>
    /// <returns>The slice. Nothing of it has been checked.</returns>
    public static GuestSlice FromPacked(ulong packed) => new((uint)(packed >> 32), (uint)packed);
}
