using System.Numerics;
using System.Runtime.CompilerServices;

namespace Ffi;

/// <summary>A bounded queue of records in memory that native threads share: C code passes records to C#, and C# to C, with no callback, no
/// copy on the heap, and no call while there are records.</summary>
/// <remarks>
/// <para>Any number of threads, managed and native, in one process or in several that map the memory, write and read. Records come out in
/// the order in which they were claimed. C code gets its half, and the layout, from <c>native/include/ffi_channel.h</c>.</para>
/// <para>Reading or writing a span moves many records in about the time of one. Only the constructor allocates.</para>
/// </remarks>
/// <typeparam name="T">The record, laid out as its C struct.</typeparam>
public sealed unsafe class NativeChannel<T> : NativeChannel where T : unmanaged
{
    private readonly T* _records;
    private readonly byte* _marks;
    private readonly int _capacity;

    /// <summary>Makes a channel in its own native memory.</summary>
    /// <param name="capacity">How many records fit; rounded up to a power of 2.</param>
    /// <param name="readable">The signal that is notified when there is something to read. Channels with the same signal can be waited for
    /// together.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1, or more than 2^30.</exception>
    public NativeChannel(int capacity, NativeSignal? readable = null)
        : this(new NativeBlock(BytesFor(capacity)), capacity, readable)
    {
    }

    private NativeChannel(NativeBlock block, int capacity, NativeSignal? readable)
        : this(Initialize(block.Pointer, capacity, readable), block, readable)
    {
    }

    private NativeChannel(ChannelHeader* header, NativeBlock? block, NativeSignal? readable)
        : base(header, block, readable)
    {
        _capacity = (int)header->Capacity;
        _marks = (byte*)header + ChannelHeader.Bytes;
        _records = (T*)((byte*)header + header->RecordsOffset);
    }

    /// <summary>How many records fit.</summary>
    public int Capacity => _capacity;

    private protected override bool CanRead => Published(Header->Head, 1) != 0;

#pragma warning disable CA1000 // The record type is nowhere in the arguments.
    /// <summary>How many bytes of memory a channel needs.</summary>
    /// <param name="capacity">How many records fit; rounded up to a power of 2.</param>
    /// <returns>The number of bytes: header, marks and records.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1, or more than 2^30.</exception>
    public static nuint BytesFor(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 1 << 30);
        nuint slots = BitOperations.RoundUpToPowerOf2((uint)capacity);
        return RecordsOffset((uint)slots) + (slots * (nuint)sizeof(T));
    }

    /// <summary>Makes a channel in the caller's memory, such as a mapping that another process has too, and attaches to it.</summary>
    /// <param name="memory"><see cref="BytesFor"/> zeroed bytes on a cache line, not freed before the last user has detached.</param>
    /// <param name="capacity">How many records fit; rounded up to a power of 2.</param>
    /// <returns>The channel. Disposing it detaches. The memory belongs to the caller.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1, or more than 2^30.</exception>
    /// <exception cref="ArgumentNullException">The memory is null.</exception>
    public static NativeChannel<T> CreateAt(void* memory, int capacity)
    {
        ArgumentNullException.ThrowIfNull(memory);
        _ = BytesFor(capacity);
        return Attach(Initialize(memory, capacity, readable: null));
    }

    /// <summary>Attaches to a channel that other code made, in C or C#. Disposing detaches, and closes nothing.</summary>
    /// <param name="address">The address of its <c>struct ffi_channel</c>.</param>
    /// <returns>The channel. Its maker keeps the memory until this one is disposed.</returns>
    /// <exception cref="ArgumentException">There is no channel of such records at that address.</exception>
    public static NativeChannel<T> Attach(nint address) => Attach((ChannelHeader*)address);
#pragma warning restore CA1000

    /// <summary>Writes one record, if there is room.</summary>
    /// <param name="record">The record.</param>
    /// <returns>False if the channel is full or closed.</returns>
    public bool TryWrite(in T record) => TryWrite(new ReadOnlySpan<T>(in record)) != 0;

    /// <summary>Writes as many records as there is room for now.</summary>
    /// <param name="records">The records.</param>
    /// <returns>How many were written; 0 if the channel is full or closed.</returns>
    public int TryWrite(ReadOnlySpan<T> records)
    {
        ChannelHeader* header = Header;
        int written = 0;
        while (written < records.Length && header->Claim(records.Length - written, _capacity, out ulong position) is var count && count > 0)
        {
            int slot = SlotOf(position);
            records.Slice(written, count).CopyTo(new(_records + slot, count));
            Fence.Release();
            new Span<byte>(_marks + slot, count).Fill(ChannelHeader.MarkOf(position, _capacity));
            Readable->Notify();
            written += count;
        }

        return written;
    }

    /// <summary>Writes one record, waiting for room.</summary>
    /// <param name="record">The record.</param>
    /// <exception cref="InvalidOperationException">The channel is closed.</exception>
    public void Write(in T record) => Write(new ReadOnlySpan<T>(in record));

    /// <summary>Writes all records, waiting for room.</summary>
    /// <param name="records">The records.</param>
    /// <exception cref="InvalidOperationException">The channel is closed; some of the records may have been written.</exception>
    public void Write(ReadOnlySpan<T> records)
    {
        while ((records = records[TryWrite(records)..]).Length > 0)
        {
            if (WaitToWrite(Timeout.InfiniteTimeSpan) == ChannelState.Closed)
            {
                throw new InvalidOperationException($"The channel is closed; {records.Length} records were not written.");
            }
        }
    }

    /// <summary>Reads one record, if there is one.</summary>
    /// <param name="record">The record; undefined if the result is false.</param>
    /// <returns>False if there is nothing to read now.</returns>
    public bool TryRead(out T record)
    {
        Unsafe.SkipInit(out record);
        return TryRead(new Span<T>(ref record)) != 0;
    }

    /// <summary>Reads as many records as there are and the buffer holds.</summary>
    /// <param name="records">Where the records go.</param>
    /// <returns>How many were read; 0 if there is nothing to read now.</returns>
    public int TryRead(Span<T> records)
    {
        ChannelHeader* header = Header;
        int read = 0;
        while (read < records.Length)
        {
            ulong head = header->Head;
            int count = Published(head, records.Length - read);
            if (count == 0)
            {
                if (head == header->Head)
                {
                    break;
                }

                continue;
            }

            // While the records are copied, another reader may take them and a writer may overwrite them. In that case they are not taken.
            new ReadOnlySpan<T>(_records + SlotOf(head), count).CopyTo(records[read..]);
            if (header->Take(head, count))
            {
                header->Writable.NotifyAfterBarrier();
                read += count;
            }
        }

        return read;
    }

    /// <summary>Reads one record, waiting for it.</summary>
    /// <param name="record">The record; undefined if the result is false.</param>
    /// <returns>False once the channel is completed.</returns>
    public bool Read(out T record)
    {
        while (!TryRead(out record))
        {
            if (!WaitToRead())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The records that can be read now, in place: no copy. For a channel with one reader.</summary>
    /// <param name="most">How many at most. Writers get no room back before <see cref="Advance"/>, so take only a part of the capacity at
    /// once.</param>
    /// <returns>The records up to the end of the ring, valid until <see cref="Advance"/>; empty if there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public ReadOnlySpan<T> Peek(int most = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        ulong head = Header->Head;
        return new(_records + SlotOf(head), Published(head, most));
    }

    /// <summary>Takes records that <see cref="Peek"/> showed, and gives their room back to the writers.</summary>
    /// <param name="count">How many; not more than were shown.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many records.</exception>
    /// <exception cref="InvalidOperationException">Another thread reads this channel.</exception>
    public void Advance(int count)
    {
        ulong head = Header->Head;
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Published(head, count));
        if (!Header->Take(head, count))
        {
            throw new InvalidOperationException(
                "Peek and Advance work only if a channel has one reader, and another thread has read from this one.");
        }

        Header->Writable.NotifyAfterBarrier();
    }

    /// <summary>How many adjacent records, from a position on, are published.</summary>
    private int Published(ulong head, int wanted)
    {
        int slot = SlotOf(head);
        ReadOnlySpan<byte> marks = new(_marks + slot, Math.Min(wanted, _capacity - slot));
        int count = marks.IndexOfAnyExcept(ChannelHeader.MarkOf(head, _capacity));
        Fence.Acquire();
        return count < 0 ? marks.Length : count;
    }

    private int SlotOf(ulong position) => (int)(position & (uint)(_capacity - 1));

    private static nuint RecordsOffset(uint slots) => ((nuint)ChannelHeader.Bytes + slots + 63) & ~(nuint)63;

    private static ChannelHeader* Initialize(void* memory, int capacity, NativeSignal? readable)
    {
        ChannelHeader* header = (ChannelHeader*)memory;
        header->Layout = ChannelHeader.ExpectedLayout;
        header->Capacity = BitOperations.RoundUpToPowerOf2((uint)capacity);
        header->RecordBytes = (uint)sizeof(T);
        header->RecordsOffset = (uint)RecordsOffset(header->Capacity);
        header->ReadableOffset = (nint)(readable is null ? &header->OwnReadable : readable.Words) - (nint)memory;
        Volatile.Write(ref header->Magic, ChannelHeader.ExpectedMagic);
        return header;
    }

    private static NativeChannel<T> Attach(ChannelHeader* header)
    {
        if (header is null || header->Magic != ChannelHeader.ExpectedMagic || header->Layout != ChannelHeader.ExpectedLayout)
        {
            throw new ArgumentException($"There is no channel at 0x{(nint)header:x}.");
        }

        if (header->RecordBytes != sizeof(T) || !BitOperations.IsPow2(header->Capacity)
            || header->RecordsOffset != RecordsOffset(header->Capacity))
        {
            throw new ArgumentException(
                $"The channel at 0x{(nint)header:x} has records of {header->RecordBytes} bytes; {typeof(T).Name} has {sizeof(T)}.");
        }

        Interlocked.Increment(ref header->NativeUsers);
        return new(header, block: null, readable: null);
    }
}
