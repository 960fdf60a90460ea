using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Ffi.CompilerServices;

/// <summary>Strings as a C array of pointers to NUL-terminated text for the duration of one call.</summary>
/// <remarks>Generated code makes one for each array of strings; programs don't have to. Pointers and text share one block, on the
/// caller's stack while it fits, else from the native heap, so that nothing is allocated on the managed heap. A null string is a NULL
/// pointer. Behind the last pointer stands a NULL that is not counted, as <c>argv</c> has it.</remarks>
/// <typeparam name="TUnit"><c>byte</c> for UTF-8, <c>char</c> for UTF-16, <c>int</c> for UTF-32.</typeparam>
public unsafe ref struct TextArray<TUnit>
    where TUnit : unmanaged
{
    private readonly TUnit** _pointers;
    private void* _allocated;

    /// <summary>Transcodes or copies the strings.</summary>
    /// <param name="texts">The strings; a null array, or <c>default</c>, is NULL in C.</param>
    /// <param name="scratch">Room in the caller's frame, which need not be cleared.</param>
    /// <param name="parameter">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentException">A string holds a NUL, at which C would cut it off.</exception>
    /// <exception cref="OutOfMemoryException">The native heap is exhausted.</exception>
    public TextArray(ReadOnlySpan<string?> texts, [UnscopedRef] out TextScratch scratch, string parameter)
    {
        Unsafe.SkipInit(out scratch);
        if (Unsafe.IsNullRef(ref MemoryMarshal.GetReference(texts)))
        {
            return;
        }

        int units = 0;
        foreach (string? text in texts)
        {
            TextArgument.ThrowIfHasNul(text, parameter);
            units = checked(units + (text is null ? 0 : UnitsOf(text) + 1));
        }

        int pointerBytes = checked((texts.Length + 1) * sizeof(TUnit*));
        int bytes = checked(pointerBytes + (units * sizeof(TUnit)));
        _pointers = (TUnit**)(bytes <= TextScratch.Length
            ? Unsafe.AsPointer(ref scratch) // The scratch is a local of the generated method, so it does not move.
            : _allocated = NativeMemory.Alloc((nuint)bytes));
        Fill(texts, (TUnit*)((byte*)_pointers + pointerBytes), units);
    }

    /// <summary>The first pointer, for <c>fixed</c>; a null reference where the array is null.</summary>
    /// <returns>A reference that is valid until <see cref="Dispose"/>.</returns>
    public readonly ref TUnit* GetPinnableReference() => ref *_pointers;

    internal readonly TUnit** Pointers => _pointers;

    /// <summary>Frees the block, where it came from the native heap.</summary>
    public void Dispose()
    {
        NativeMemory.Free(_allocated);
        _allocated = null;
    }

    private readonly void Fill(ReadOnlySpan<string?> texts, TUnit* target, int room)
    {
        for (int index = 0; index < texts.Length; index++)
        {
            string? text = texts[index];
            _pointers[index] = text is null ? null : target;
            if (text is not null)
            {
                int written = Write(text, target, room);
                target[written] = default;
                target += written + 1;
                room -= written + 1;
            }
        }

        _pointers[texts.Length] = null;
    }

    // The JIT knows the size of the unit as a constant, so the code for each type has no branch.
    private static int UnitsOf(string text) =>
        sizeof(TUnit) == sizeof(char) ? text.Length
        : sizeof(TUnit) == sizeof(int) ? WideUnits.Count(text)
        : Encoding.UTF8.GetByteCount(text);

    private static int Write(string text, TUnit* target, int room)
    {
        if (sizeof(TUnit) == sizeof(int))
        {
            return WideUnits.Write(text, new Span<int>(target, room));
        }

        if (sizeof(TUnit) != sizeof(char))
        {
            return Encoding.UTF8.GetBytes(text, new Span<byte>(target, room));
        }

        text.CopyTo(new Span<char>(target, room));
        return text.Length;
    }
}
