using System.Runtime.InteropServices;
using System.Text;

namespace Ffi.CompilerServices;

/// <summary>Reads NUL-terminated text that native code returned. Leaves the native memory alone.</summary>
/// <remarks>Generated code calls this; programs have no need to.</remarks>
public static unsafe class NativeText
{
    /// <summary>A copy of UTF-8 text; null for NULL. Bytes that are no UTF-8 become U+FFFD.</summary>
    /// <param name="text">The text's first byte.</param>
    /// <returns>A new string; nothing else is allocated.</returns>
    public static string? Copy(byte* text) => text is null ? null : Encoding.UTF8.GetString(View(text));

    /// <summary>A copy of UTF-16 text; null for NULL.</summary>
    /// <param name="text">The text's first unit.</param>
    /// <returns>A new string; nothing else is allocated.</returns>
    public static string? Copy(char* text) => text is null ? null : new string(text);

    /// <summary>A copy of text in C's <c>wchar_t</c>: UTF-16 on Windows, UTF-32 elsewhere; null for NULL. What is no character becomes U+FFFD.</summary>
    /// <param name="text">The text's first unit.</param>
    /// <returns>A new string; nothing else is allocated.</returns>
    public static string? CopyWide(void* text) =>
        text is null ? null : WideUnits.Size == sizeof(char) ? new string((char*)text) : WideUnits.Copy((int*)text);

    /// <summary>The bytes up to the NUL, where they lie; empty for NULL. Allocates nothing.</summary>
    /// <param name="text">The text's first byte.</param>
    /// <returns>A view of native memory, without the NUL: good for as long as the library says.</returns>
    public static ReadOnlySpan<byte> View(byte* text) => MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);

    /// <summary>The units up to the NUL, where they lie; empty for NULL. Allocates nothing.</summary>
    /// <param name="text">The text's first unit.</param>
    /// <returns>A view of native memory, without the NUL: good for as long as the library says.</returns>
    public static ReadOnlySpan<char> View(char* text) => MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);
}
