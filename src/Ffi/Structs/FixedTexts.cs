using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Pointers to texts that C has inside of a struct, as <c>char *names[4]</c>: what <see cref="UnmanagedType.ByValArray"/> asks for
/// of strings.</summary>
/// <remarks>Generated code calls this; programs have no need to. The texts are copied and left alone. What comes back is a new array, or
/// the old one where nothing has changed.</remarks>
public static unsafe class FixedTexts
{
    /// <summary>Reads texts in UTF-8. Allocates the array and what has changed.</summary>
    /// <param name="source">The pointers; NULL is null.</param>
    /// <param name="before">The array that was there before the call.</param>
    /// <returns>An array of all texts.</returns>
    public static string?[] ReadUtf8(ReadOnlySpan<nint> source, string?[]? before)
    {
        string?[] texts = new string?[source.Length];
        for (int index = 0; index < texts.Length; index++)
        {
            texts[index] = NativeText.Copy((byte*)source[index], Before(before, index));
        }

        return Kept(texts, before);
    }

    /// <summary>Reads texts in UTF-16. Allocates the array and what has changed.</summary>
    /// <param name="source">The pointers; NULL is null.</param>
    /// <param name="before">The array that was there before the call.</param>
    /// <returns>An array of all texts.</returns>
    public static string?[] ReadUtf16(ReadOnlySpan<nint> source, string?[]? before)
    {
        string?[] texts = new string?[source.Length];
        for (int index = 0; index < texts.Length; index++)
        {
            texts[index] = NativeText.Copy((char*)source[index], Before(before, index));
        }

        return Kept(texts, before);
    }

    /// <summary>Reads texts in the code page on Windows, in UTF-8 elsewhere. Allocates the array and what has changed.</summary>
    /// <param name="source">The pointers; NULL is null.</param>
    /// <param name="before">The array that was there before the call.</param>
    /// <returns>An array of all texts.</returns>
    public static string?[] ReadAnsi(ReadOnlySpan<nint> source, string?[]? before)
    {
        string?[] texts = new string?[source.Length];
        for (int index = 0; index < texts.Length; index++)
        {
            texts[index] = NativeText.CopyAnsi((byte*)source[index], Before(before, index));
        }

        return Kept(texts, before);
    }

    private static string? Before(string?[]? before, int index) => before is not null && index < before.Length ? before[index] : null;

    private static string?[] Kept(string?[] texts, string?[]? before)
    {
        if (before is null || before.Length != texts.Length)
        {
            return texts;
        }

        for (int index = 0; index < texts.Length; index++)
        {
            if (!ReferenceEquals(texts[index], before[index]))
            {
                return texts;
            }
        }

        return before;
    }
}
