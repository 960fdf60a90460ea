namespace Ffi;

/// <summary>Elements of a guest's memory, in place. It ends when the guest is called, because the guest may grow its memory, which may then
/// move.</summary>
/// <remarks>Each use checks that the memory has not grown since. The end checks it too, because spans that were taken before
/// don't.</remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
public readonly unsafe ref struct GuestBorrow<T> where T : unmanaged
{
    private readonly GuestMemory _memory;
    private readonly nint _base;
    private readonly long _size;
    private readonly uint _offset;

    internal GuestBorrow(GuestMemory memory, uint offset, int length)
    {
        _memory = memory;
        _base = memory.CurrentBase;
        _size = memory.Size;
        _offset = offset;
        Length = length;
    }

    /// <summary>How many elements there are.</summary>
    public int Length { get; }

    /// <summary>The elements. Must not be used after the next call of the guest: a span does not check.</summary>
    /// <exception cref="InvalidOperationException">The guest's memory has grown since it was borrowed.</exception>
    public Span<T> Span
    {
        get
        {
            Check();
            return new((void*)(_base + (nint)_offset), Length);
        }
    }

    /// <summary>One element.</summary>
    /// <param name="index">Which.</param>
    /// <exception cref="InvalidOperationException">The guest's memory has grown since it was borrowed.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public ref T this[int index] => ref Span[index];

    /// <summary>Ends the borrow.</summary>
    /// <exception cref="InvalidOperationException">The guest's memory has grown since it was borrowed: data that was read from spans
    /// meanwhile may be wrong, and data that was written to them may be lost.</exception>
    public void Dispose() => Check();

    // Memory that grew and kept its address is an error too: the next growth may move it.
    private void Check()
    {
        if (_memory.CurrentBase != _base || _memory.Size != _size)
        {
            throw new InvalidOperationException(
                $"The guest's memory grew from {_size} to {_memory.Size} bytes{(_memory.CurrentBase == _base ? "" : " and moved")} while {Length} elements at {_offset} were borrowed. Borrow again after each call of the guest."
            );
        }
    }
}
