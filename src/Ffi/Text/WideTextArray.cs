using System.Diagnostics.CodeAnalysis;

namespace Ffi.CompilerServices;

/// <summary>Strings as a C array of pointers to NUL-terminated <c>wchar_t</c> for the duration of one call.</summary>
/// <remarks>Generated code makes one for each array of strings; programs don't have to. What <see cref="TextArray{TUnit}"/> says holds
/// here, with UTF-16 on Windows and UTF-32 elsewhere.</remarks>
public unsafe ref struct WideTextArray
{
    private TextArray<char> _utf16;
    private TextArray<int> _utf32;

    /// <summary>Transcodes or copies the strings.</summary>
    /// <param name="texts">The strings; a null array, or <c>default</c>, is NULL in C.</param>
    /// <param name="scratch">Room in the caller's frame, which need not be cleared.</param>
    /// <param name="parameter">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentException">A string holds a NUL, at which C would cut it off.</exception>
    /// <exception cref="OutOfMemoryException">The native heap is exhausted.</exception>
    public WideTextArray(ReadOnlySpan<string?> texts, [UnscopedRef] out TextScratch scratch, string parameter)
    {
        if (OperatingSystem.IsWindows())
        {
            _utf16 = new TextArray<char>(texts, out scratch, parameter);
        }
        else
        {
            _utf32 = new TextArray<int>(texts, out scratch, parameter);
        }
    }

    /// <summary>The first pointer, for <c>fixed</c>; a null reference where the array is null.</summary>
    /// <returns>A reference that is valid until <see cref="Dispose"/>.</returns>
    public readonly ref void* GetPinnableReference() =>
        ref *(void**)(OperatingSystem.IsWindows() ? (void*)_utf16.Pointers : _utf32.Pointers);

    /// <summary>Frees the block, where it came from the native heap.</summary>
    public void Dispose()
    {
        _utf16.Dispose();
        _utf32.Dispose();
    }
}
