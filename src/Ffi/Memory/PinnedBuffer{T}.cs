using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Ffi;

/// <summary>Memory that never moves, rented from a pool on the pinned object heap. Native code may keep a pointer to it.</summary>
/// <remarks>
/// <para>A value is a <em>lease</em>: a copy of it is the same lease, and so is a slice. Disposing any one ends them all, and every later
/// use of any one throws <see cref="ObjectDisposedException"/>, even if other code has rented the same memory since.</para>
/// <para>A buffer that native code holds (<see cref="Retain"/>) can't be returned, and is kept alive even when the program forgets
/// it.</para>
/// <para>Renting and returning allocates nothing once the pool is warm. Buffers above 1 MiB are not pooled. Any thread may use and
/// return a buffer; access to the contents is not synchronized.</para>
/// </remarks>
/// <typeparam name="T">An unmanaged type.</typeparam>
public readonly unsafe struct PinnedBuffer<T> : IMemoryOwner<T>, IEquatable<PinnedBuffer<T>> where T : unmanaged
{
    private readonly PinnedBlock<T>? _block;
    private readonly long _lease;
    private readonly int _start;

    private PinnedBuffer(PinnedBlock<T> block, long lease, int start, int length)
    {
        _block = block;
        _lease = lease;
        _start = start;
        Length = length;
    }

    /// <summary>How many elements the buffer has.</summary>
    public int Length { get; }

    /// <summary>The elements.</summary>
    /// <remarks>Must not be used after <see cref="Dispose"/>: a span does not check.</remarks>
    /// <exception cref="ObjectDisposedException">The buffer was returned.</exception>
    public Span<T> Span => new(Block.Pointer + _start, Length);

    /// <summary>The elements as <see cref="Memory{T}"/>. Allocates nothing; pinning it holds the buffer as <see cref="Retain"/>
    /// does.</summary>
    /// <remarks>Throws when used after <see cref="Dispose"/>, until the memory is rented again: <see cref="Memory{T}"/> has no room for
    /// the lease.</remarks>
    /// <exception cref="ObjectDisposedException">The buffer was returned.</exception>
    public Memory<T> Memory => Block.Memory.Slice(_start, Length);

    /// <summary>The address of the first element; valid until <see cref="Dispose"/>, whatever the garbage collector does.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was returned.</exception>
    public T* Pointer => Block.Pointer + _start;

    /// <summary>Whether native code holds the memory.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was returned.</exception>
    public bool IsRetained => Block.IsRetained;

    private PinnedBlock<T> Block
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            PinnedBlock<T>? block = _block;
            if (block is null || !block.IsLeasedAs(_lease))
            {
                ThrowReturned();
            }

            return block;
        }
    }

    /// <summary>Rents a buffer. Its contents are undefined.</summary>
    /// <param name="length">How many elements; 0 or more.</param>
    /// <param name="file">Where the buffer is rented; filled in by the compiler, reported by <see cref="PinnedBuffer.Leaked"/>.</param>
    /// <param name="line">The line in <paramref name="file"/>.</param>
    /// <returns>The lease, which the caller disposes. An empty one has an address too.</returns>
    /// <remarks>Allocates nothing if the pool has a buffer of the size; any thread may rent.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
#pragma warning disable CA1000 // The element type is nowhere in the arguments, and reads better here than behind Rent.
    public static PinnedBuffer<T> Rent(int length, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
#pragma warning restore CA1000
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        PinnedBlock<T> block = PinnedPool<T>.Take(length);
        return new(block, block.Lease(file, line), 0, length);
    }

    /// <summary>A part of this buffer, under the same lease.</summary>
    /// <param name="start">The first element of the part.</param>
    /// <param name="length">How many elements it has.</param>
    /// <returns>The part. Disposing it, or the whole, ends both. Allocates nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The part is not inside the buffer.</exception>
    /// <exception cref="ObjectDisposedException">The buffer was returned.</exception>
    public PinnedBuffer<T> Slice(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)start, (uint)Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)(Length - start));
        return new(Block, _lease, _start + start, length);
    }

    /// <summary>Lets <c>fixed</c> take the address, which costs no pin.</summary>
    /// <returns>A reference to the first element.</returns>
    /// <exception cref="ObjectDisposedException">The buffer was returned.</exception>
    public ref T GetPinnableReference() => ref *Pointer;

    /// <summary>Says that native code keeps the pointer from now on. Until as many calls of <see cref="Release"/>, the buffer can't be
    /// returned, and is alive even when nothing refers to it.</summary>
    /// <remarks>Call it <em>before</em> the call that hands the pointer over. Allocates nothing.</remarks>
    /// <exception cref="ObjectDisposedException">The buffer was returned.</exception>
    public void Retain() => Block.Retain(_lease);

    /// <summary>Says that native code is done with the pointer.</summary>
    /// <exception cref="InvalidOperationException">Native code doesn't hold the buffer.</exception>
    /// <exception cref="ObjectDisposedException">The buffer was returned.</exception>
    public void Release() => Block.Release();

    /// <summary>Returns the buffer to the pool. A second call does nothing.</summary>
    /// <exception cref="InvalidOperationException">Native code still holds the buffer. It stays rented.</exception>
    public void Dispose()
    {
        if (_block is { } block && block.TryReturn(_lease))
        {
            PinnedPool<T>.Put(block);
        }
    }

    /// <summary>Whether both are the same part of the same lease.</summary>
    /// <param name="other">The other buffer.</param>
    public bool Equals(PinnedBuffer<T> other) =>
        _block == other._block && _lease == other._lease && _start == other._start && Length == other.Length;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PinnedBuffer<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_block, _lease, _start, Length);

    /// <summary>Whether both are the same part of the same lease.</summary>
    public static bool operator ==(PinnedBuffer<T> left, PinnedBuffer<T> right) => left.Equals(right);

    /// <summary>Whether they are different buffers or different parts.</summary>
    public static bool operator !=(PinnedBuffer<T> left, PinnedBuffer<T> right) => !left.Equals(right);

    [DoesNotReturn]
    private static void ThrowReturned() =>
        throw new ObjectDisposedException($"PinnedBuffer<{typeof(T).Name}>", "The buffer was returned to its pool.");
}
