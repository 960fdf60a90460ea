using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>A <c>char</c> that is one byte in C: what <see cref="CharSet.Ansi"/> asks for.</summary>
/// <remarks>Generated code calls this; programs don't have to. The byte is one of the code page on Windows and ASCII elsewhere, where UTF-8
/// has no other characters of one byte. What has no byte is a question mark.</remarks>
public static unsafe class NativeCharacter
{
    /// <summary>The byte of a character. Allocates nothing.</summary>
    /// <param name="character">The character.</param>
    /// <returns>Its byte; that of a question mark where it has none.</returns>
    public static byte ToAnsi(char character)
    {
        if (character < 0x80)
        {
            return (byte)character;
        }

        if (!OperatingSystem.IsWindows())
        {
            return (byte)'?';
        }

        nint text = Marshal.StringToCoTaskMemAnsi(character.ToString());
        try
        {
            return *(byte*)text;
        }
        finally
        {
            Marshal.FreeCoTaskMem(text);
        }
    }

    /// <summary>The character of a byte. Allocates nothing if it is ASCII.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>Its character; U+FFFD where it has none.</returns>
    public static char FromAnsi(byte value) =>
        value < 0x80 ? (char)value
        : OperatingSystem.IsWindows() && Marshal.PtrToStringAnsi((nint)(&value), 1) is [var character] ? character
        : '\uFFFD';
}
