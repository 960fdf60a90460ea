using System.Runtime.InteropServices;
using System.Text;

namespace Ffi;

/// <summary>C's <c>wchar_t</c> of this system: UTF-16 on Windows, UTF-32 elsewhere.</summary>
internal static unsafe class WideUnits
{
    /// <summary><c>sizeof(wchar_t)</c>.</summary>
    public static int Size => OperatingSystem.IsWindows() ? sizeof(char) : sizeof(int);

    /// <summary>Writes text and a NUL.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">Room for a unit for each of its chars, and one more.</param>
    public static void Write(ReadOnlySpan<char> text, Span<byte> target)
    {
        if (Size == sizeof(char))
        {
            Span<char> units = MemoryMarshal.Cast<byte, char>(target);
            text.CopyTo(units);
            units[text.Length] = '\0';
            return;
        }

        Span<int> runes = MemoryMarshal.Cast<byte, int>(target);
        runes[Write(text, runes)] = 0;
    }

    /// <summary>Writes text as UTF-32. A lone surrogate becomes U+FFFD.</summary>
    /// <returns>How many units were written.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<int> target)
    {
        int written = 0;
        while (!text.IsEmpty)
        {
            _ = Rune.DecodeFromUtf16(text, out Rune rune, out int consumed);
            target[written++] = rune.Value;
            text = text[consumed..];
        }

        return written;
    }

    /// <summary>How many units of UTF-32 a text has.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        int count = 0;
        while (!text.IsEmpty)
        {
            _ = Rune.DecodeFromUtf16(text, out _, out int consumed);
            text = text[consumed..];
            count++;
        }

        return count;
    }

    /// <summary>A copy of NUL-terminated UTF-32. Values that are not characters become U+FFFD.</summary>
    public static string Copy(int* text)
    {
        int chars = 0;
        for (int* at = text; *at != 0; at++)
        {
            chars += RuneOf(*at).Utf16SequenceLength;
        }

        return string.Create(chars, (nint)text, static (target, source) =>
        {
            for (int* at = (int*)source; !target.IsEmpty; at++)
            {
                target = target[RuneOf(*at).EncodeToUtf16(target)..];
            }
        });
    }

    private static Rune RuneOf(int unit) => Rune.TryCreate(unit, out Rune rune) ? rune : Rune.ReplacementChar;
}
