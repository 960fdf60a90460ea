using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary><c>struct ffi_channel</c>: what comes before a channel's records, the same for C# and C.</summary>
/// <remarks>
/// Positions count up and never come back; a record's slot is its position modulo the capacity. A writer claims positions by moving the
/// tail, fills their slots, and publishes them by writing the lap's parity to a byte a slot. A reader takes what is published at the head
/// and moves the head, after it has copied: losing a race, it forgets the copy.
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = Bytes)]
internal unsafe struct ChannelHeader
{
    public const int Bytes = 256;
    public const uint ExpectedMagic = 0x43494646; // "FFIC"
    public const uint ExpectedLayout = 1;
    private const ulong ClosedBit = 1UL << 63;

    [FieldOffset(0)] public uint Magic;
    [FieldOffset(4)] public uint Layout;
    [FieldOffset(8)] public uint Capacity;
    [FieldOffset(12)] public uint RecordBytes;
    [FieldOffset(16)] public uint RecordsOffset;
    [FieldOffset(20)] public int NativeUsers;
    [FieldOffset(24)] public long ReadableOffset;
    [FieldOffset(64)] private ulong _tail;
    [FieldOffset(128)] private ulong _head;
    [FieldOffset(192)] public SignalWords OwnReadable;
    [FieldOffset(200)] public SignalWords Writable;

    public readonly ulong Head => Volatile.Read(in _head);

    public readonly bool IsClosed => (Volatile.Read(in _tail) & ClosedBit) != 0;

    public readonly bool IsCompleted => Volatile.Read(in _tail) == (Head | ClosedBit);

    public readonly int Count => (int)Math.Clamp((long)((Volatile.Read(in _tail) & ~ClosedBit) - Head), 0, Capacity);

    public void Close() => Interlocked.Or(ref _tail, ClosedBit);

    /// <summary>Claims up to so many positions whose slots are adjacent.</summary>
    /// <returns>How many; 0 if the channel is full or closed.</returns>
    public int Claim(int wanted, int capacity, out ulong position)
    {
        while (true)
        {
            ulong tail = Volatile.Read(ref _tail);
            long used = (long)(tail - Head);
            position = tail;
            if ((tail & ClosedBit) != 0 || used >= capacity)
            {
                return 0;
            }

            // Negative: the tail that was read is older than the head.
            int count = Math.Min(wanted, Math.Min(capacity - (int)used, capacity - (int)(tail & (uint)(capacity - 1))));
            if (used >= 0 && Interlocked.CompareExchange(ref _tail, tail + (uint)count, tail) == tail)
            {
                return count;
            }
        }
    }

    /// <summary>Moves the head past what was read; false if another reader has.</summary>
    public bool Take(ulong position, int count) => Interlocked.CompareExchange(ref _head, position + (uint)count, position) == position;

    /// <summary>What a slot's byte holds once the record of that position is published.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte MarkOf(ulong position, int capacity) => (position & (uint)capacity) == 0 ? (byte)1 : (byte)0;
}
