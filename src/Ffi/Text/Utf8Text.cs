using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Ffi.CompilerServices;

/// <summary>Text as NUL-terminated UTF-8 for the duration of one call: on the caller's stack while it fits, else in a pooled
/// array.</summary>
/// <remarks>Generated code makes one for each text argument; programs don't have to. Allocates nothing, except where the pool has no
/// array of the size yet. A lone surrogate becomes U+FFFD, as <see cref="Encoding.UTF8"/> has it.</remarks>
public ref struct Utf8Text
{
    private const int MostForThreeBytesAUnit = 64 * 1024;

    private readonly ref byte _first;
    private byte[]? _rented;

    /// <summary>Transcodes a text.</summary>
    /// <param name="text">The text; a null string, or <c>default</c>, is NULL in C.</param>
    /// <param name="scratch">Room on the stack, which need not be cleared.</param>
    /// <param name="parameter">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentException">The text holds a NUL, at which C would cut it off.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Utf8Text(ReadOnlySpan<char> text, [UnscopedRef] out TextScratch scratch, string parameter)
    {
        Unsafe.SkipInit(out scratch);
        if (!Unsafe.IsNullRef(ref MemoryMarshal.GetReference(text)))
        {
            _first = ref Transcode(text, ref Unsafe.As<TextScratch, byte>(ref scratch), parameter, out _rented);
        }
    }

    /// <summary>The first byte, for <c>fixed</c>; a null reference where the text is null.</summary>
    /// <returns>A reference that is valid until <see cref="Dispose"/>.</returns>
    public readonly ref byte GetPinnableReference() => ref _first;

    /// <summary>Gives the pooled array back, where there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref byte Transcode(ReadOnlySpan<char> text, ref byte scratch, string parameter, out byte[]? rented)
    {
        rented = null;
        if (text.Length < TextScratch.Length && AsciiNarrowing.TryNarrow(text, ref scratch))
        {
            Unsafe.Add(ref scratch, text.Length) = 0;
            return ref scratch;
        }

        if (text.Length <= Utf8Transcoding.MaxLength)
        {
            int bytes = Utf8Transcoding.Transcode(text, ref scratch);
            if (bytes < 0)
            {
                TextArgument.Throw(parameter);
            }

            Unsafe.Add(ref scratch, bytes) = 0;
            return ref scratch;
        }

        rented = Rent(text, parameter);
        return ref MemoryMarshal.GetArrayDataReference(rented);
    }

    private static byte[] Rent(ReadOnlySpan<char> text, string parameter)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(RoomFor(text));
        try
        {
            int length = text.Length;
            ref byte first = ref MemoryMarshal.GetArrayDataReference(rented);
            if (!AsciiNarrowing.TryNarrow(text, ref first))
            {
                length = text.Length <= MostForThreeBytesAUnit
                    ? Utf8Transcoding.Transcode(text, ref first)
                    : TranscodeByFramework(text, rented);
                if (length < 0)
                {
                    TextArgument.Throw(parameter);
                }
            }

            rented[length] = 0;
            return rented;
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(rented);
            throw;
        }
    }

    private static int TranscodeByFramework(ReadOnlySpan<char> text, byte[] target)
    {
        int length = Encoding.UTF8.GetBytes(text, target);
        return target.AsSpan(0, length).Contains((byte)0) ? -1 : length;
    }

    // UTF-8 needs at most three bytes for a UTF-16 unit. Counting the bytes takes a pass over the text. For long text, three times the
    // memory costs more than that.
    private static int RoomFor(ReadOnlySpan<char> text) =>
        text.Length <= MostForThreeBytesAUnit ? (text.Length * 3) + 1 : checked(Encoding.UTF8.GetByteCount(text) + 1);
}
