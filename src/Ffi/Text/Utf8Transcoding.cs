using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ffi.CompilerServices;

/// <summary>Makes UTF-8 of text that is not all ASCII, and finds a NUL in the same pass.</summary>
/// <remarks>The framework's transcoder needs a second pass for the NUL, takes one or two characters at a time, and looks out for the end of
/// its target, of which there is always enough here. Agrees with <see cref="System.Text.Encoding.UTF8"/>: a lone surrogate becomes
/// U+FFFD.</remarks>
internal static class Utf8Transcoding
{
    /// <summary>The longest text whose UTF-8 fits into a <see cref="TextScratch"/>, with its NUL, whatever it is: three bytes a
    /// unit.</summary>
    public const int MaxLength = (TextScratch.Length - 1) / 3;

    // Emoji come in rows. Where there is one, looking at eight units at a time is not worth it for a while.
    private const uint UnitsAfterSurrogate = 32;

    /// <summary>Transcodes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">Room for three bytes a unit, and for one more.</param>
    /// <returns>How many bytes; negative if the text holds a NUL.</returns>
    public static int Transcode(ReadOnlySpan<char> text, ref byte target)
    {
        ref ushort source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        nuint length = (nuint)text.Length;
        nuint index = 0;
        ref byte next = ref target;
        while (Utf8Vectors.AreSupported && index + Utf8Vectors.Units <= length)
        {
            Vector128<ushort> units = Vector128.LoadUnsafe(ref source, index);
            Vector128<ushort> top = units & Vector128.Create((ushort)0xF800);
            if (top == Vector128<ushort>.Zero)
            {
                if (Vector128.EqualsAny(units, Vector128<ushort>.Zero))
                {
                    return -1;
                }

                next = ref Utf8Vectors.WriteUpToTwoBytesEach(units, ref next);
                index += Utf8Vectors.Units;
            }
            else if (Vector128.EqualsAny(top, Vector128.Create((ushort)0xD800)))
            {
                next = ref TranscodeOneByOne(ref source, ref index, Math.Min(length, index + UnitsAfterSurrogate), length, ref next);
                if (Unsafe.IsNullRef(ref next))
                {
                    return -1;
                }
            }
            else if (!Vector128.EqualsAny(top, Vector128<ushort>.Zero))
            {
                next = ref Utf8Vectors.WriteThreeBytesEach(units, ref next);
                index += Utf8Vectors.Units;
            }
            else
            {
                if (Vector128.EqualsAny(units, Vector128<ushort>.Zero))
                {
                    return -1;
                }

                next = ref Utf8Vectors.WriteUpToThreeBytesEach(units, ref next);
                index += Utf8Vectors.Units;
            }
        }

        next = ref TranscodeOneByOne(ref source, ref index, length, length, ref next);
        return Unsafe.IsNullRef(ref next) ? -1 : (int)Unsafe.ByteOffset(ref target, ref next);
    }

    /// <returns>Where the next byte goes; a null reference where a unit is a NUL.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte TranscodeOneByOne(ref ushort source, scoped ref nuint start, nuint end, nuint length, ref byte target)
    {
        nuint index = start;
        ref byte next = ref target;
        while (index < end)
        {
            uint unit = Unsafe.Add(ref source, index);
            if (unit < 0x80)
            {
                if (unit == 0)
                {
                    return ref Unsafe.NullRef<byte>();
                }

                next = (byte)unit;
                next = ref Unsafe.Add(ref next, 1);
                index++;
            }
            else if (unit < 0x800)
            {
                Write(ref next, (ushort)(0x80C0 | (unit >> 6) | ((unit & 0x3F) << 8)));
                next = ref Unsafe.Add(ref next, 2);
                index++;
            }
            else if (
                unit - 0xD800 < 0x400
                && index + 1 < length
                && Unsafe.Add(ref source, index + 1) is var other and >= 0xDC00 and < 0xE000)
            {
                uint character = (unit << 10) + other - ((0xD800u << 10) + 0xDC00 - 0x10000);
                Write(
                    ref next,
                    0x808080F0
                        | (character >> 18)
                        | ((character >> 4) & 0x3F00)
                        | ((character << 10) & 0x3F0000)
                        | ((character & 0x3F) << 24));
                next = ref Unsafe.Add(ref next, 4);
                index += 2;
            }
            else
            {
                // Four bytes are written at once: the next character overwrites the last of them, or the NUL does.
                uint whole = unit - 0xD800 < 0x800 ? '\uFFFD' : unit;
                Write(ref next, 0x8080E0 | (whole >> 12) | ((whole << 2) & 0x3F00) | ((whole & 0x3F) << 16));
                next = ref Unsafe.Add(ref next, 3);
                index++;
            }
        }

        start = index;
        return ref next;
    }

    // The first byte is the lowest, on every processor that .NET runs on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write<T>(ref byte target, T bytes)
        where T : unmanaged => Unsafe.WriteUnaligned(ref target, bytes);
}
