using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Ffi.CompilerServices;

/// <summary>Text that C has inside of a struct, as <c>char name[16]</c>: what <see cref="UnmanagedType.ByValTStr"/> asks for.</summary>
/// <remarks>Generated code calls this; programs don't have to. As <c>[DllImport]</c> has it: a text that is too long is cut off, there is
/// always a NUL, null is an empty text, and what comes back ends at the first NUL or with the room.</remarks>
public static unsafe class FixedText
{
    /// <summary>Writes text as UTF-8, of which only whole characters are kept. Allocates nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">The room in the struct, all zero.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <exception cref="ArgumentException">The text holds a NUL, at which C would cut it off.</exception>
    public static void Write(string? text, Span<byte> target, string field)
    {
        TextArgument.ThrowIfHasNul(text, field);
        _ = Utf8.FromUtf16(text, target[..^1], out _, out int written);
        target[written..].Clear();
    }

    /// <summary>Writes text as UTF-16. Allocates nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">The room in the struct, all zero.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <exception cref="ArgumentException">The text holds a NUL, at which C would cut it off.</exception>
    public static void Write(string? text, Span<char> target, string field)
    {
        TextArgument.ThrowIfHasNul(text, field);
        ReadOnlySpan<char> kept = text.AsSpan()[..Math.Min(text?.Length ?? 0, target.Length - 1)];
        kept.CopyTo(target);
        target[kept.Length..].Clear();
    }

    /// <summary>Writes text in the code page on Windows, as UTF-8 elsewhere.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">The room in the struct, all zero.</param>
    /// <param name="field">The field's name, for the exception.</param>
    /// <exception cref="ArgumentException">The text holds a NUL, at which C would cut it off.</exception>
    public static void WriteAnsi(string? text, Span<byte> target, string field)
    {
        if (text is null || !OperatingSystem.IsWindows())
        {
            Write(text, target, field);
            return;
        }

        TextArgument.ThrowIfHasNul(text, field);
        nint copy = Marshal.StringToCoTaskMemAnsi(text);
        try
        {
            ReadOnlySpan<byte> bytes = NativeText.View((byte*)copy);
            bytes = bytes[..Math.Min(bytes.Length, target.Length - 1)];
            bytes.CopyTo(target);
            target[bytes.Length..].Clear();
        }
        finally
        {
            Marshal.FreeCoTaskMem(copy);
        }
    }

    /// <summary>Reads UTF-8. Allocates the string, unless the text is still the same.</summary>
    /// <param name="text">The room in the struct.</param>
    /// <param name="before">The string that was there before the call.</param>
    /// <returns>The text up to its NUL.</returns>
    public static string Read(ReadOnlySpan<byte> text, string? before)
    {
        ReadOnlySpan<byte> bytes = UpToNul(text);
        return NativeText.AreEqual(bytes, before) ? before! : Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Reads UTF-16. Allocates the string, unless the text is still the same.</summary>
    /// <param name="text">The room in the struct.</param>
    /// <param name="before">The string that was there before the call.</param>
    /// <returns>The text up to its NUL.</returns>
    public static string Read(ReadOnlySpan<char> text, string? before)
    {
        ReadOnlySpan<char> units = UpToNul(text);
        return before is not null && units.SequenceEqual(before) ? before : new string(units);
    }

    /// <summary>Reads text in the code page on Windows, UTF-8 elsewhere. Allocates the string.</summary>
    /// <param name="text">The room in the struct.</param>
    /// <param name="before">The string that was there before the call.</param>
    /// <returns>The text up to its NUL.</returns>
    public static string ReadAnsi(ReadOnlySpan<byte> text, string? before)
    {
        if (!OperatingSystem.IsWindows())
        {
            return Read(text, before);
        }

        ReadOnlySpan<byte> bytes = UpToNul(text);
        if (bytes.IsEmpty)
        {
            // Its address would be null, which is no text.
            return "";
        }

        fixed (byte* first = bytes)
        {
            return Marshal.PtrToStringAnsi((nint)first, bytes.Length);
        }
    }

    private static ReadOnlySpan<T> UpToNul<T>(ReadOnlySpan<T> text)
        where T : unmanaged, IEquatable<T>
    {
        int end = text.IndexOf(default(T));
        return end < 0 ? text : text[..end];
    }
}
