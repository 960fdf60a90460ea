using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Room for what structs point to during a call: the caller's frame while it lasts, then blocks of the native heap.</summary>
/// <param name="start">The first byte of the caller's room.</param>
/// <param name="bytes">Its length.</param>
internal unsafe struct LoanRoom(byte* start, int bytes)
{
    private const int BlockBytes = 4096; // A page. Ten thousand short texts take a few hundred blocks and not ten thousand.

    private byte* _next = start;
    private byte* _end = start + bytes;
    private Block* _blocks;

    /// <summary>Where the next thing would stand, if it fits into <see cref="Left"/>.</summary>
    public readonly byte* Next => _next;

    /// <summary>How many bytes are left there.</summary>
    public readonly nint Left => (nint)(_end - _next);

    public void* Allocate(nuint bytes)
    {
        if (bytes > (nuint)(_end - _next))
        {
            return AllocateOnHeap(bytes);
        }

        void* room = _next;
        Take(bytes);
        return room;
    }

    /// <summary>Room for native structs, all zero.</summary>
    public T* Cleared<T>(int count)
        where T : unmanaged
    {
        nuint bytes = checked((nuint)count * (nuint)sizeof(T));
        void* room = Allocate(bytes);
        NativeMemory.Clear(room, bytes);
        return (T*)room;
    }

    /// <summary>Uses what already is at <see cref="Next"/>.</summary>
    /// <remarks>Alignment enough for pointers and numbers, as the first byte of the scratch and of each block has it.</remarks>
    public void Take(nuint bytes) =>
        _next = (nuint)(_end - _next) is var left && bytes + 7 >= left ? _end : _next + ((bytes + 7) & ~(nuint)7);

    public void Dispose()
    {
        while (_blocks is not null)
        {
            Block* block = _blocks;
            _blocks = block->Next;
            NativeMemory.Free(block);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void* AllocateOnHeap(nuint bytes)
    {
        nuint size = Math.Max(BlockBytes, checked(bytes + (nuint)sizeof(Block)));
        Block* block = (Block*)NativeMemory.Alloc(size);
        block->Next = _blocks;
        _blocks = block;
        byte* room = (byte*)(block + 1);
        byte* end = (byte*)block + size;

        // What is left in the old room may be more than what is left in a block for one large text.
        if (end - room - (nint)bytes > _end - _next)
        {
            _next = room;
            _end = end;
            Take(bytes);
        }

        return room;
    }

    [StructLayout(LayoutKind.Sequential, Size = 16)] // So that what follows is aligned as the heap aligns.
    private struct Block
    {
        public Block* Next;
    }
}
