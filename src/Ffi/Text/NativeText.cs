using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Ffi.CompilerServices;

/// <summary>Reads NUL-terminated text that native code returned. Leaves the native memory alone.</summary>
/// <remarks>Generated code calls this; programs don't have to.</remarks>
public static unsafe class NativeText
{
    /// <summary>A copy of UTF-8 text; null for NULL. Bytes that are not UTF-8 become U+FFFD.</summary>
    /// <param name="text">The text's first byte.</param>
    /// <returns>A new string; nothing else is allocated.</returns>
    public static string? Copy(byte* text) => text is null ? null : Encoding.UTF8.GetString(View(text));

    /// <summary>A copy of UTF-16 text; null for NULL.</summary>
    /// <param name="text">The text's first unit.</param>
    /// <returns>A new string; nothing else is allocated.</returns>
    public static string? Copy(char* text) => text is null ? null : new string(text);

    /// <summary>A copy of text in C's <c>wchar_t</c>: UTF-16 on Windows, UTF-32 elsewhere; null for NULL. Values that are not characters
    /// become U+FFFD.</summary>
    /// <param name="text">The text's first unit.</param>
    /// <returns>A new string; nothing else is allocated.</returns>
    public static string? CopyWide(void* text) =>
        text is null ? null : WideUnits.Size == sizeof(char) ? new string((char*)text) : WideUnits.Copy((int*)text);

    /// <summary>A copy of UTF-8 text; null for NULL. Allocates the string, unless the text is still the same.</summary>
    /// <param name="text">The text's first byte.</param>
    /// <param name="before">The string that was there before the call.</param>
    /// <returns>The string from before the call, or a new one.</returns>
    public static string? Copy(byte* text, string? before) =>
        text is null ? null : AreEqual(View(text), before) ? before : Encoding.UTF8.GetString(View(text));

    /// <summary>A copy of UTF-16 text; null for NULL. Allocates the string, unless the text is still the same.</summary>
    /// <param name="text">The text's first unit.</param>
    /// <param name="before">The string that was there before the call.</param>
    /// <returns>The string from before the call, or a new one.</returns>
    public static string? Copy(char* text, string? before) =>
        text is null ? null : before is not null && View(text).SequenceEqual(before) ? before : new string(text);

    /// <summary>A copy of text in the code page on Windows, in UTF-8 elsewhere; null for NULL. Allocates the string.</summary>
    /// <param name="text">The text's first byte.</param>
    /// <param name="before">The string that was there before the call.</param>
    /// <returns>The string from before the call, or a new one.</returns>
    public static string? CopyAnsi(byte* text, string? before) =>
        OperatingSystem.IsWindows() ? Marshal.PtrToStringAnsi((nint)text) : Copy(text, before);

    /// <summary>The bytes up to the NUL, in place; empty for NULL. Allocates nothing.</summary>
    /// <param name="text">The text's first byte.</param>
    /// <returns>A view of native memory, without the NUL: valid for as long as the library promises.</returns>
    public static ReadOnlySpan<byte> View(byte* text) => MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);

    /// <summary>The units up to the NUL, in place; empty for NULL. Allocates nothing.</summary>
    /// <param name="text">The text's first unit.</param>
    /// <returns>A view of native memory, without the NUL: valid for as long as the library promises.</returns>
    public static ReadOnlySpan<char> View(char* text) => MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);

    /// <summary>Whether UTF-8 is what a string would be. Allocates nothing.</summary>
    internal static bool AreEqual(ReadOnlySpan<byte> utf8, string? text)
    {
        if (text is null || utf8.Length < text.Length)
        {
            return false;
        }

        if (Ascii.Equals(utf8, text))
        {
            return true;
        }

        // Different strings can encode to the same bytes if one has a lone surrogate, and bytes may be invalid UTF-8, so the decoded text
        // is compared.
        Span<char> decoded = stackalloc char[64];
        ReadOnlySpan<char> rest = text;
        while (utf8.Length > 0)
        {
            OperationStatus status = Utf8.ToUtf16(utf8, decoded, out int read, out int written, replaceInvalidSequences: true);
            if (status is OperationStatus.NeedMoreData or OperationStatus.InvalidData || !rest.StartsWith(decoded[..written]))
            {
                return false;
            }

            utf8 = utf8[read..];
            rest = rest[written..];
        }

        return rest.IsEmpty;
    }
}
