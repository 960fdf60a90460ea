using System.Runtime.InteropServices;
using System.Text;

namespace Ffi.CompilerServices;

/// <summary>Texts that structs point to during a call, NUL-terminated.</summary>
internal static unsafe class LoanedText
{
    public static byte* Utf8(ref LoanRoom room, string? text, string field)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length < room.Left && AsciiNarrowing.TryNarrow(text, ref *room.Next))
        {
            byte* ascii = room.Next;
            ascii[text.Length] = 0;
            room.Take((nuint)text.Length + 1);
            return ascii;
        }

        TextArgument.ThrowIfHasNul(text, field);
        int bytes = Encoding.UTF8.GetByteCount(text);
        byte* target = (byte*)room.Allocate((nuint)bytes + 1);
        Encoding.UTF8.GetBytes(text, new Span<byte>(target, bytes));
        target[bytes] = 0;
        return target;
    }

    public static char* Utf16(ref LoanRoom room, string? text, string field)
    {
        if (text is null)
        {
            return null;
        }

        TextArgument.ThrowIfHasNul(text, field);
        char* target = (char*)room.Allocate(((nuint)text.Length + 1) * sizeof(char));
        text.CopyTo(new Span<char>(target, text.Length));
        target[text.Length] = '\0';
        return target;
    }

    public static byte* Ansi(ref LoanRoom room, string? text, string field)
    {
        if (text is null || !OperatingSystem.IsWindows())
        {
            return Utf8(ref room, text, field);
        }

        TextArgument.ThrowIfHasNul(text, field);
        nint copy = Marshal.StringToCoTaskMemAnsi(text);
        try
        {
            ReadOnlySpan<byte> bytes = NativeText.View((byte*)copy);
            byte* target = (byte*)room.Allocate((nuint)bytes.Length + 1);
            bytes.CopyTo(new Span<byte>(target, bytes.Length));
            target[bytes.Length] = 0;
            return target;
        }
        finally
        {
            Marshal.FreeCoTaskMem(copy);
        }
    }

    public static byte** Utf8(ref LoanRoom room, string?[]? texts, string field)
    {
        if (texts is null)
        {
            return null;
        }

        byte** pointers = (byte**)room.Allocate(((nuint)texts.Length + 1) * (nuint)sizeof(byte*));
        for (int index = 0; index < texts.Length; index++)
        {
            pointers[index] = Utf8(ref room, texts[index], field);
        }

        pointers[texts.Length] = null;
        return pointers;
    }

    public static char** Utf16(ref LoanRoom room, string?[]? texts, string field)
    {
        if (texts is null)
        {
            return null;
        }

        char** pointers = (char**)room.Allocate(((nuint)texts.Length + 1) * (nuint)sizeof(char*));
        for (int index = 0; index < texts.Length; index++)
        {
            pointers[index] = Utf16(ref room, texts[index], field);
        }

        pointers[texts.Length] = null;
        return pointers;
    }
}
