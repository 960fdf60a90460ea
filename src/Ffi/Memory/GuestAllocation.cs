namespace Ffi;

/// <summary>A block of a guest's memory that the host has to give back.</summary>
/// <remarks>A copy is the same block. Allocates nothing on the managed heap.</remarks>
public readonly struct GuestAllocation : IDisposable, IEquatable<GuestAllocation>
{
    private readonly GuestMemory? _memory;

    internal GuestAllocation(GuestMemory memory, GuestSlice slice)
    {
        _memory = memory;
        Slice = slice;
    }

    /// <summary>Where the block is.</summary>
    public GuestSlice Slice { get; }

    /// <summary>The offset of the block, to pass to the guest.</summary>
    public uint Offset => Slice.Offset;

    /// <summary>Frees the block, through the guest's own deallocator.</summary>
    /// <exception cref="InvalidOperationException">The block was already freed. The guest is not called.</exception>
    public void Dispose() => _memory?.Free(Slice);

    /// <summary>Whether both are the same block.</summary>
    /// <param name="other">The other block.</param>
    public bool Equals(GuestAllocation other) => _memory == other._memory && Slice == other.Slice;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GuestAllocation other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Slice.GetHashCode();

    /// <summary>Whether both are the same block.</summary>
    public static bool operator ==(GuestAllocation left, GuestAllocation right) => left.Equals(right);

    /// <summary>Whether they are different blocks.</summary>
    public static bool operator !=(GuestAllocation left, GuestAllocation right) => !left.Equals(right);
}
