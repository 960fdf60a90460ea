using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Ffi.CompilerServices;

/// <summary>Strings as a C array of pointers to NUL-terminated UTF-8 for the duration of one call.</summary>
/// <remarks>Generated code makes one for each array of strings; programs have no need to. Pointers and text share one block, on the
/// caller's stack while it fits, else from the native heap, so that nothing is allocated on the managed heap. A null string is a NULL
/// pointer. Behind the last pointer stands a NULL that is not counted, as <c>argv</c> has it.</remarks>
public unsafe ref struct Utf8TextArray
{
    private readonly byte** _pointers;
    private void* _allocated;

    /// <summary>Transcodes the strings.</summary>
    /// <param name="texts">The strings; a null array, or <c>default</c>, is NULL in C.</param>
    /// <param name="scratch">Room in the caller's frame, which need not be cleared.</param>
    /// <param name="parameter">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentException">A string holds a NUL, at which C would cut it off.</exception>
    /// <exception cref="OutOfMemoryException">The native heap is exhausted.</exception>
    public Utf8TextArray(ReadOnlySpan<string?> texts, [UnscopedRef] out TextScratch scratch, string parameter)
    {
        Unsafe.SkipInit(out scratch);
        if (Unsafe.IsNullRef(ref MemoryMarshal.GetReference(texts)))
        {
            return;
        }

        int textBytes = 0;
        foreach (string? text in texts)
        {
            TextArgument.ThrowIfHasNul(text, parameter);
            textBytes = checked(textBytes + (text is null ? 0 : Encoding.UTF8.GetByteCount(text) + 1));
        }

        int pointerBytes = checked((texts.Length + 1) * sizeof(byte*));
        int bytes = checked(pointerBytes + textBytes);
        _pointers = (byte**)(bytes <= TextScratch.Length
            ? Unsafe.AsPointer(ref scratch) // The scratch is a local of the generated method, so it does not move.
            : _allocated = NativeMemory.Alloc((nuint)bytes));
        Fill(texts, (byte*)_pointers + pointerBytes, textBytes);
    }

    /// <summary>The first pointer, for <c>fixed</c>; a null reference where the array is null.</summary>
    /// <returns>A reference that is good until <see cref="Dispose"/>.</returns>
    public readonly ref byte* GetPinnableReference() => ref *_pointers;

    /// <summary>Frees the block, where it came from the native heap.</summary>
    public void Dispose()
    {
        NativeMemory.Free(_allocated);
        _allocated = null;
    }

    private readonly void Fill(ReadOnlySpan<string?> texts, byte* target, int room)
    {
        for (int index = 0; index < texts.Length; index++)
        {
            string? text = texts[index];
            _pointers[index] = text is null ? null : target;
            if (text is not null)
            {
                int written = Encoding.UTF8.GetBytes(text, new Span<byte>(target, room));
                target[written] = 0;
                target += written + 1;
                room -= written + 1;
            }
        }

        _pointers[texts.Length] = null;
    }
}
