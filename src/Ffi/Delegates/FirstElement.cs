using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>What a buffer is pinned by: where it starts, or no reference at all where there is none. An empty buffer starts somewhere
/// too.</summary>
internal static class FirstElement
{
    public static ref T OfArray<T>(T[]? array) => ref MemoryMarshal.GetReference(new Span<T>(array));

    // There are no spans of pointers.
    public static ref byte OfPointers(Array? array) =>
        ref array is null ? ref Unsafe.NullRef<byte>() : ref MemoryMarshal.GetArrayDataReference(array);

    public static ref T OfSpan<T>(Span<T> span) => ref MemoryMarshal.GetReference(span);

    public static ref T OfReadOnlySpan<T>(ReadOnlySpan<T> span) => ref MemoryMarshal.GetReference(span);

    public static ref T OfMemory<T>(Memory<T> memory) => ref MemoryMarshal.GetReference(memory.Span);

    public static ref T OfReadOnlyMemory<T>(ReadOnlyMemory<T> memory) => ref MemoryMarshal.GetReference(memory.Span);

    public static ref T OfPinnedBuffer<T>(PinnedBuffer<T> buffer)
        where T : unmanaged => ref buffer.GetPinnableReference();
}
