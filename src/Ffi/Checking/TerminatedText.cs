using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>How many bytes a text takes, its NUL included.</summary>
internal static unsafe class TerminatedText
{
    /// <summary>Of text that is known to end.</summary>
    public static nuint Measure(void* text, int unit) => ((nuint)Length(text, unit) + 1) * (nuint)unit;

    /// <summary>Of text that ends with its last unit or with the one behind it.</summary>
    public static nuint WithEnd(void* text, nuint length, int unit)
    {
        byte* last = (byte*)text + ((length == 0 ? 0 : length - 1) * (nuint)unit);
        bool ends = length > 0 && !new ReadOnlySpan<byte>(last, unit).ContainsAnyExcept((byte)0);
        return (ends ? length : length + 1) * (nuint)unit;
    }

    private static int Length(void* text, int unit)
    {
        if (unit == sizeof(byte))
        {
            return MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)text).Length;
        }

        if (unit == sizeof(char))
        {
            return MemoryMarshal.CreateReadOnlySpanFromNullTerminated((char*)text).Length;
        }

        int length = 0;
        while (((int*)text)[length] != 0)
        {
            length++;
        }

        return length;
    }
}
