using System.Buffers;
using System.Collections;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>A table of the memory that native code holds until it gives it back: allocated for it, or lent to it from the managed
/// heap.</summary>
/// <remarks>
/// <para>A block stays where it is, and alive, from <see cref="Allocate"/> or <see cref="Share"/> to <see cref="Release(nint)"/>.
/// Releasing something that native code does not hold throws and changes nothing. If the table is lost while native code holds blocks,
/// they leak, because native code may still use them.</para>
/// <para>All members may be called on any thread. Once the table has reached its greatest size, allocating and releasing use no managed
/// memory.</para>
/// </remarks>
public sealed unsafe class SharedBuffers : IEnumerable<SharedBlock>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<nint, (SharedBlock Block, MemoryHandle Pin)> _out = [];
    private readonly Dictionary<uint, nint> _addresses = [];
    private readonly ReleasedBlocks _released = new();
    private uint _lastNumber;
    private long _bytes;

    /// <summary>How many blocks native code holds.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _out.Count;
            }
        }
    }

    /// <summary>How many bytes native code holds.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _bytes;
            }
        }
    }

    /// <summary>Allocates zeroed native memory for native code.</summary>
    /// <param name="bytes">How much; 1 or more.</param>
    /// <param name="holder">Who gets it, for messages and for code that enumerates the table.</param>
    /// <returns>The block: aligned as <c>malloc</c> aligns, freed by <see cref="Release(nint)"/> and by nothing else.</returns>
    /// <exception cref="OutOfMemoryException">The native heap is exhausted.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of bytes is less than 1.</exception>
    public SharedBlock Allocate(int bytes, string holder = "native code")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        void* memory = NativeMemory.AllocZeroed((nuint)bytes);
        lock (_gate)
        {
            return Enter((nint)memory, bytes, holder, pin: default, isAllocated: true);
        }
    }

    /// <summary>Lends managed memory to native code: pins it until it is released.</summary>
    /// <param name="memory">The memory; not empty.</param>
    /// <param name="holder">Who gets it, for messages and for code that enumerates the table.</param>
    /// <typeparam name="T">What the memory holds.</typeparam>
    /// <returns>The block, pinned and alive until <see cref="Release(nint)"/>.</returns>
    /// <exception cref="ArgumentException">The memory is empty, and so has no address, or it is larger than 2 GiB.</exception>
    /// <exception cref="InvalidOperationException">Memory that begins there is already lent.</exception>
    public SharedBlock Share<T>(Memory<T> memory, string holder = "native code") where T : unmanaged
    {
        if (memory.IsEmpty || memory.Length > int.MaxValue / sizeof(T))
        {
            throw new ArgumentException("Memory to share must have at least one element and at most 2 GiB.", nameof(memory));
        }

        MemoryHandle pin = memory.Pin();
        lock (_gate)
        {
            if (_out.TryGetValue((nint)pin.Pointer, out (SharedBlock Block, MemoryHandle Pin) other))
            {
                pin.Dispose();
                throw new InvalidOperationException($"The memory at 0x{other.Block.Address:x} is already lent to {other.Block.Holder}.");
            }

            return Enter((nint)pin.Pointer, memory.Length * sizeof(T), holder, pin, isAllocated: false);
        }
    }

    /// <summary>Takes a block back: frees it, or unpins it.</summary>
    /// <param name="address">The block's first byte.</param>
    /// <exception cref="InvalidOperationException">No lent block begins there. The message says what is known of the address.</exception>
    public void Release(nint address)
    {
        lock (_gate)
        {
            if (!_out.ContainsKey(address))
            {
                throw new InvalidOperationException(Explain(address));
            }

            Leave(address);
        }
    }

    /// <summary>Takes back the block that a packed value names.</summary>
    /// <param name="packed">The block's <see cref="SharedBlock.Packed"/>.</param>
    /// <exception cref="InvalidOperationException">No such block is lent; its address may belong to another block by now.</exception>
    public void Release(ulong packed)
    {
        lock (_gate)
        {
            Leave(Find(packed).Address);
        }
    }

    /// <summary>Finds the block that a packed value names.</summary>
    /// <param name="packed">A <see cref="SharedBlock.Packed"/>.</param>
    /// <returns>The block, which native code still holds.</returns>
    /// <exception cref="InvalidOperationException">No such block is lent.</exception>
    public SharedBlock Find(ulong packed)
    {
        lock (_gate)
        {
            return
                _addresses.TryGetValue((uint)(packed >> 32), out nint address) && _out[address].Block is var block && block.Packed == packed
                ? block
                : throw new InvalidOperationException(
                    $"Block {packed >> 32} of {(uint)packed} bytes is not lent: it was released, or never existed.");
        }
    }

    /// <summary>Takes back everything that a holder has; for one that can't use it any more, because it has ended.</summary>
    /// <param name="holder">Who has ended.</param>
    /// <returns>How many blocks it had.</returns>
    public int Reclaim(string holder)
    {
        lock (_gate)
        {
            nint[] addresses = [.. _out.Where(entry => entry.Value.Block.Holder == holder).Select(entry => entry.Key)];
            Array.ForEach(addresses, Leave);
            return addresses.Length;
        }
    }

    /// <summary>The blocks that native code holds now. Allocates the list.</summary>
    /// <returns>A snapshot: what other threads take and give back meanwhile doesn't show in it.</returns>
    public IEnumerator<SharedBlock> GetEnumerator()
    {
        lock (_gate)
        {
            SharedBlock[] blocks = [.. _out.Values.Select(entry => entry.Block)];
            return blocks.AsEnumerable().GetEnumerator();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private SharedBlock Enter(nint address, int bytes, string holder, MemoryHandle pin, bool isAllocated)
    {
        SharedBlock block = new(address, bytes, checked(++_lastNumber), holder, isAllocated);
        _out.Add(address, (block, pin));
        _addresses.Add(block.Number, address);
        _bytes += bytes;
        return block;
    }

    private void Leave(nint address)
    {
        _out.Remove(address, out (SharedBlock Block, MemoryHandle Pin) entry);
        _addresses.Remove(entry.Block.Number);
        _bytes -= entry.Block.Length;
        _released.Add(entry.Block);
        if (entry.Block.IsAllocated)
        {
            NativeMemory.Free((void*)address);
        }
        else
        {
            entry.Pin.Dispose();
        }
    }

    private string Explain(nint address)
    {
        foreach ((SharedBlock block, _) in _out.Values)
        {
            if (address > block.Address && address < block.Address + block.Length)
            {
                return $"0x{address:x} lies {address - block.Address} bytes inside block {block.Number} of {block.Length} bytes, which is lent to {block.Holder}. Release its first byte, 0x{block.Address:x}.";
            }
        }

        return _released.Find(address) is { } released
            ? $"0x{address:x} was already released: it was block {released.Number} of {released.Length} bytes, lent to {released.Holder}."
            : $"0x{address:x} is not lent: this table never lent it, or it was released long ago.";
    }
}
