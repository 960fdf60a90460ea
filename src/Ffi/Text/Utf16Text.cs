using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Characters as NUL-terminated UTF-16 for the duration of one call: a copy, because what follows a span is unknown.</summary>
/// <remarks>Generated code makes one for each <c>ReadOnlySpan&lt;char&gt;</c> that is passed as UTF-16; programs don't have to. Allocates
/// nothing, except where the pool has no array of the size yet.</remarks>
public ref struct Utf16Text
{
    private readonly ref char _first;
    private char[]? _rented;

    /// <summary>Copies a text and puts a NUL after it.</summary>
    /// <param name="text">The text; <c>default</c> is NULL in C. Units are copied as they are, lone surrogates too.</param>
    /// <param name="scratch">Room on the stack, which need not be cleared.</param>
    /// <param name="parameter">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentException">The text holds a NUL, at which C would cut it off.</exception>
    public Utf16Text(ReadOnlySpan<char> text, [UnscopedRef] out TextScratch scratch, string parameter)
    {
        Unsafe.SkipInit(out scratch);
        if (Unsafe.IsNullRef(ref MemoryMarshal.GetReference(text)))
        {
            return;
        }

        TextArgument.ThrowIfHasNul(text, parameter);
        _first = ref Unsafe.As<TextScratch, char>(ref scratch);
        if (text.Length >= TextScratch.Length / sizeof(char))
        {
            _rented = ArrayPool<char>.Shared.Rent(text.Length + 1);
            _first = ref MemoryMarshal.GetArrayDataReference(_rented);
        }

        text.CopyTo(MemoryMarshal.CreateSpan(ref _first, text.Length));
        Unsafe.Add(ref _first, text.Length) = '\0';
    }

    /// <summary>The first character, for <c>fixed</c>; a null reference where the text is null.</summary>
    /// <returns>A reference that is valid until <see cref="Dispose"/>.</returns>
    public readonly ref char GetPinnableReference() => ref _first;

    /// <summary>Gives the pooled array back, where there is one.</summary>
    public void Dispose()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            ArrayPool<char>.Shared.Return(rented);
        }
    }
}
