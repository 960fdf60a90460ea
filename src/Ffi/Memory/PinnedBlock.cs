using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>An array on the pinned heap, and who may use it: what a <see cref="PinnedBuffer{T}"/> is a lease of.</summary>
internal sealed unsafe class PinnedBlock<T> : MemoryManager<T> where T : unmanaged
{
    private const int HoldBits = 16;
    private const long HoldMask = (1L << HoldBits) - 1;

    // Roots the blocks that native code holds, because the collector can't see that they are in use.
    private static readonly Lock s_gate = new();
    private static PinnedBlock<T>? s_held;

    private readonly T[] _array;
    private PinnedBlock<T>? _previousHeld;
    private PinnedBlock<T>? _nextHeld;
    private string _file = "";
    private int _line;

    // Upper bits: the number of the lease, odd while rented. Lower bits: how many times native code holds the memory.
    // One word, so that returning and holding can't both succeed.
    private long _state;

    /// <param name="capacity">How many elements.</param>
    /// <param name="size">The pool's number for this capacity; negative for a block that isn't pooled.</param>
    public PinnedBlock(int capacity, int size)
    {
        Size = size;
        _array = GC.AllocateUninitializedArray<T>(capacity, pinned: true);
        Pointer = (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_array));
    }

#pragma warning disable CA2015 // It frees nothing: the array lives as long as a span of it does.
    ~PinnedBlock()
#pragma warning restore CA2015
    {
        if ((_state >> HoldBits & 1) != 0)
        {
            PinnedBuffer.Report(new(typeof(T), _file, _line));
        }
    }

    public int Size { get; }

    public T* Pointer { get; }

    /// <summary>The next block of the pool's list, while this one is in it.</summary>
    public PinnedBlock<T>? NextFree { get; set; }

    public bool IsRetained => (Volatile.Read(ref _state) & HoldMask) != 0;

    public bool IsLeasedAs(long lease) => Volatile.Read(ref _state) >> HoldBits == lease;

    /// <summary>Begins a lease. Only for the one who took the block from the pool.</summary>
    public long Lease(string file, int line)
    {
        _file = file;
        _line = line;
        Volatile.Write(ref _state, _state + (1L << HoldBits));
        return _state >> HoldBits;
    }

    /// <summary>Ends a lease; false if it has ended already.</summary>
    public bool TryReturn(long lease)
    {
        long rented = lease << HoldBits;
        long seen = Interlocked.CompareExchange(ref _state, rented + (1L << HoldBits), rented);
        if (seen != rented && seen >> HoldBits == lease)
        {
            throw new InvalidOperationException(
                $"Native code still uses this PinnedBuffer<{typeof(T).Name}>, rented at {_file}({_line}). End its use, then call Release.");
        }

        return seen == rented;
    }

    public void Retain(long lease)
    {
        lock (s_gate)
        {
            long seen = Volatile.Read(ref _state);
            if ((seen & HoldMask) == HoldMask)
            {
                throw new InvalidOperationException($"A buffer can't be retained more than {HoldMask} times.");
            }

            // The gate excludes other holders, but not the thread that returns the buffer.
            bool isHeld = seen >> HoldBits == lease && Interlocked.CompareExchange(ref _state, seen + 1, seen) == seen;
            ObjectDisposedException.ThrowIf(!isHeld, this);
            if ((seen & HoldMask) == 0)
            {
                Link();
            }
        }
    }

    public void Release()
    {
        lock (s_gate)
        {
            if (!IsRetained)
            {
                throw new InvalidOperationException("This buffer isn't retained: Release was called too often.");
            }

            if ((Interlocked.Decrement(ref _state) & HoldMask) == 0)
            {
                Unlink();
            }
        }
    }

    public override Span<T> GetSpan()
    {
        ObjectDisposedException.ThrowIf((Volatile.Read(ref _state) >> HoldBits & 1) == 0, this);
        return _array;
    }

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)_array.Length);
        long lease = Volatile.Read(ref _state) >> HoldBits;
        ObjectDisposedException.ThrowIf((lease & 1) == 0, this);
        Retain(lease);
        return new(Pointer + elementIndex, pinnable: this);
    }

    public override void Unpin() => Release();

    protected override void Dispose(bool disposing)
    {
        // The lease owns the block. A Memory of it does not.
    }

    private void Link()
    {
        _nextHeld = s_held;
        _nextHeld?._previousHeld = this;
        s_held = this;
    }

    private void Unlink()
    {
        _nextHeld?._previousHeld = _previousHeld;
        if (_previousHeld is { } previous)
        {
            previous._nextHeld = _nextHeld;
        }
        else
        {
            s_held = _nextHeld;
        }

        _previousHeld = _nextHeld = null;
    }
}
