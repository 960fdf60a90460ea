using System.Runtime.CompilerServices;
using System.Text;

namespace Ffi;

/// <summary>The linear memory of another runtime in this process, such as a WebAssembly guest: an array of bytes that the guest addresses
/// by 32-bit offsets, and that may move when it grows.</summary>
/// <remarks>
/// <para>Derive a class that tells where the memory is now and calls the guest's allocator. Everything is checked against the size at
/// the time of the call; offsets stay right when the memory moves, addresses don't, so none are kept.</para>
/// <para>Numbers are read and written as they are in memory: on a little-endian machine, as WebAssembly means them. Use a guest from one
/// thread at a time. Reading and writing allocates nothing.</para>
/// </remarks>
public abstract unsafe class GuestMemory
{
    private readonly Dictionary<uint, uint> _allocations = [];

    /// <summary>How many blocks of the guest's memory the host has to give back.</summary>
    public int Allocations => _allocations.Count;

    /// <summary>The size of the memory now, in bytes. It can grow, but never shrinks.</summary>
    public abstract long Size { get; }

    /// <summary>Where the memory is now.</summary>
    protected abstract nint Base { get; }

    internal nint CurrentBase => Base;

    /// <summary>Reads a value.</summary>
    /// <param name="offset">Where it begins, in bytes from the memory's base; need not be aligned.</param>
    /// <typeparam name="T">Its type, laid out as the guest lays it out.</typeparam>
    /// <returns>A copy of the value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not inside the memory.</exception>
    public T Read<T>(uint offset) where T : unmanaged => Unsafe.ReadUnaligned<T>(AddressOf(offset, sizeof(T)));

    /// <summary>Writes a value.</summary>
    /// <param name="offset">Where it begins; need not be aligned.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">Its type, laid out as the guest lays it out.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException">The value is not inside the memory.</exception>
    public void Write<T>(uint offset, T value) where T : unmanaged => Unsafe.WriteUnaligned(AddressOf(offset, sizeof(T)), value);

    /// <summary>Copies bytes out of the guest.</summary>
    /// <param name="offset">Where they begin.</param>
    /// <param name="target">Where they go.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are not all inside the memory.</exception>
    public void CopyTo(uint offset, Span<byte> target) =>
        new ReadOnlySpan<byte>(AddressOf(offset, target.Length), target.Length).CopyTo(target);

    /// <summary>Copies bytes into the guest.</summary>
    /// <param name="offset">Where they go.</param>
    /// <param name="source">The bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">They don't fit there.</exception>
    public void CopyFrom(uint offset, ReadOnlySpan<byte> source) => source.CopyTo(new(AddressOf(offset, source.Length), source.Length));

    /// <summary>Reads UTF-8 text. Allocates the string.</summary>
    /// <param name="text">Where it is; its length counts bytes, and no NUL.</param>
    /// <returns>The text. Bytes that are not UTF-8 become U+FFFD.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is not inside the memory.</exception>
    public string ReadText(GuestSlice text) =>
        Encoding.UTF8.GetString((byte*)AddressOf(text.Offset, text.Length), checked((int)text.Length));

    /// <summary>Looks at elements in place, until the guest is called again.</summary>
    /// <param name="offset">Where the first one begins.</param>
    /// <param name="count">How many.</param>
    /// <typeparam name="T">Their type, laid out as the guest lays it out.</typeparam>
    /// <returns>A view that throws once the memory has grown. Dispose it before the guest is called.</returns>
    /// <exception cref="ArgumentOutOfRangeException">They are not all inside the memory.</exception>
    public GuestBorrow<T> Borrow<T>(uint offset, int count) where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        AddressOf(offset, (long)count * sizeof(T));
        return new(this, offset, count);
    }

    /// <summary>Looks at bytes in place, until the guest is called again.</summary>
    /// <param name="slice">Where they are.</param>
    /// <returns>A view that throws once the memory has grown. Dispose it before the guest is called.</returns>
    /// <exception cref="ArgumentOutOfRangeException">They are not all inside the memory.</exception>
    public GuestBorrow<byte> Borrow(GuestSlice slice) => Borrow<byte>(slice.Offset, checked((int)slice.Length));

    /// <summary>Allocates a block with the guest's own allocator. The caller frees it by disposing it.</summary>
    /// <param name="bytes">How many bytes; 1 or more.</param>
    /// <returns>The block, whose bytes are undefined. The host owns it until it is disposed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of bytes is 0.</exception>
    /// <exception cref="InsufficientMemoryException">The guest has no memory left.</exception>
    /// <exception cref="InvalidOperationException">The guest returned a block that is already lent, or that is not inside its
    /// memory.</exception>
    public GuestAllocation Allocate(uint bytes)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bytes);
        uint offset = AllocateInGuest(bytes);
        return offset != 0 ? Adopt(new GuestSlice(offset, bytes).Packed)
            : throw new InsufficientMemoryException($"The guest can't allocate {bytes} bytes; its memory has {Size}.");
    }

    /// <summary>Takes over a block that the guest has allocated and returned, and frees it when it is disposed.</summary>
    /// <param name="packed">The guest's result: the offset in the upper half, the length in the lower one.</param>
    /// <returns>The block, which the host owns until it is disposed.</returns>
    /// <exception cref="InvalidOperationException">The block is already lent, or is not inside the guest's memory.</exception>
    public GuestAllocation Adopt(ulong packed)
    {
        GuestSlice slice = GuestSlice.FromPacked(packed);
        if (slice.Offset == 0 || slice.Offset + (long)slice.Length > Size)
        {
            throw new InvalidOperationException(
                $"The guest returned a block of {slice.Length} bytes at {slice.Offset}, which is not inside its memory of {Size} bytes.");
        }

        return _allocations.TryAdd(slice.Offset, slice.Length)
            ? new(this, slice)
            : throw new InvalidOperationException(
                $"The guest returned the block at {slice.Offset} twice, and the host has not freed it in between.");
    }

    /// <summary>Calls the guest's own allocator.</summary>
    /// <param name="bytes">How many bytes.</param>
    /// <returns>The block's offset; 0 if the guest has none.</returns>
    protected abstract uint AllocateInGuest(uint bytes);

    /// <summary>Calls the guest's own deallocator.</summary>
    /// <param name="offset">The block's offset.</param>
    /// <param name="bytes">How many bytes it has.</param>
    protected abstract void DeallocateInGuest(uint offset, uint bytes);

    internal void Free(GuestSlice slice)
    {
        if (!_allocations.Remove(slice.Offset))
        {
            throw new InvalidOperationException($"The guest's block at {slice.Offset} was already freed.");
        }

        DeallocateInGuest(slice.Offset, slice.Length);
    }

    private void* AddressOf(uint offset, long bytes)
    {
        long size = Size;
        return offset + bytes <= size ? (byte*)Base + offset : throw new ArgumentOutOfRangeException(
            nameof(offset), offset, $"{bytes} bytes from there are not inside the guest's memory, which has {size}.");
    }
}
