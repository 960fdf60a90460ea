using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Text as NUL-terminated <c>wchar_t</c> for the duration of one call: on the caller's stack while it fits, else in a pooled
/// array.</summary>
/// <remarks>Generated code makes one for each text argument; programs don't have to. Allocates nothing, except where the pool has no
/// array of the size yet. A <c>wchar_t</c> is UTF-16 on Windows and UTF-32 elsewhere, where a lone surrogate becomes U+FFFD.</remarks>
public ref struct WideText
{
    private readonly ref byte _first;
    private byte[]? _rented;

    /// <summary>Transcodes or copies a text.</summary>
    /// <param name="text">The text; a null string, or <c>default</c>, is NULL in C.</param>
    /// <param name="scratch">Room on the stack, which need not be cleared.</param>
    /// <param name="parameter">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentException">The text holds a NUL, at which C would cut it off.</exception>
    public WideText(ReadOnlySpan<char> text, [UnscopedRef] out TextScratch scratch, string parameter)
    {
        Unsafe.SkipInit(out scratch);
        if (Unsafe.IsNullRef(ref MemoryMarshal.GetReference(text)))
        {
            return;
        }

        TextArgument.ThrowIfHasNul(text, parameter);
        int bytes = checked((text.Length + 1) * WideUnits.Size);
        _first = ref Unsafe.As<TextScratch, byte>(ref scratch);
        if (bytes > TextScratch.Length)
        {
            _rented = ArrayPool<byte>.Shared.Rent(bytes);
            _first = ref MemoryMarshal.GetArrayDataReference(_rented);
        }

        WideUnits.Write(text, MemoryMarshal.CreateSpan(ref _first, bytes));
    }

    /// <summary>The first byte, for <c>fixed</c>; a null reference where the text is null.</summary>
    /// <returns>A reference that is valid until <see cref="Dispose"/>.</returns>
    public readonly ref byte GetPinnableReference() => ref _first;

    /// <summary>Gives the pooled array back, where there is one.</summary>
    public void Dispose()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
