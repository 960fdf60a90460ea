namespace Ffi;

/// <summary>Memory that native code holds: it was handed out and not given back.</summary>
/// <param name="Address">Its first byte.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Number">Its number in the table; never used again.</param>
/// <param name="Holder">Who holds it, as named when it was handed out.</param>
/// <param name="IsAllocated">Whether the table allocated it and frees it on release. Otherwise it is pinned managed memory.</param>
public readonly record struct SharedBlock(nint Address, int Length, uint Number, string Holder, bool IsAllocated)
{
    /// <summary>Number and length in 64 bits: the number in the upper half, the length in bytes in the lower one.</summary>
    /// <remarks>A 64-bit address leaves no room for a length, so it is the number that is packed, and
    /// <see cref="SharedBuffers.Find(ulong)"/> that knows the address. Unlike an address, a number is never used again: what is packed
    /// goes stale, and is then refused, and can't name another block.</remarks>
    public ulong Packed => ((ulong)Number << 32) | (uint)Length;

    /// <summary>The bytes, valid until the block is released: nothing guards against a later use.</summary>
    public unsafe Span<byte> Span => new((void*)Address, Length);
}
