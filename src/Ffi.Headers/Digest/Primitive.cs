namespace Ffi.Headers.Digest;

/// <summary>The types of C that consist of no others, and the typedefs of the standard headers whose meaning every language
/// knows.</summary>
/// <remarks><c>int</c> is <see cref="I32"/>, and so are <c>int32_t</c> and <c>short</c>'s like: a width that is the same on all platforms
/// is said as a width. What differs by platform, and what means more than its width, keeps a name.</remarks>
public enum Primitive
{
    /// <summary><c>void</c>: only as a result, or behind a pointer.</summary>
    Void,

    /// <summary><c>_Bool</c>: one byte.</summary>
    Bool,

    /// <summary>Plain <c>char</c>: one byte, its sign differs by platform.</summary>
    Char,

    /// <summary><c>signed char</c>, <c>int8_t</c>.</summary>
    I8,

    /// <summary><c>unsigned char</c>, <c>uint8_t</c>.</summary>
    U8,

    /// <summary><c>short</c>, <c>int16_t</c>.</summary>
    I16,

    /// <summary><c>unsigned short</c>, <c>uint16_t</c>.</summary>
    U16,

    /// <summary><c>int</c>, <c>int32_t</c>.</summary>
    I32,

    /// <summary><c>unsigned int</c>, <c>uint32_t</c>.</summary>
    U32,

    /// <summary><c>long long</c>, <c>int64_t</c>.</summary>
    I64,

    /// <summary><c>unsigned long long</c>, <c>uint64_t</c>.</summary>
    U64,

    /// <summary><c>__int128</c>.</summary>
    I128,

    /// <summary><c>unsigned __int128</c>.</summary>
    U128,

    /// <summary><c>long</c>: 4 bytes on Windows, else 8.</summary>
    Long,

    /// <summary><c>unsigned long</c>: 4 bytes on Windows, else 8.</summary>
    ULong,

    /// <summary><c>_Float16</c>.</summary>
    F16,

    /// <summary><c>float</c>.</summary>
    F32,

    /// <summary><c>double</c>.</summary>
    F64,

    /// <summary><c>_Float128</c>, <c>__float128</c>.</summary>
    F128,

    /// <summary><c>long double</c>: 80 bits in 16 bytes on x86-64, 128 bits on linux-arm64, a double on win-arm64 and osx-arm64.</summary>
    LongDouble,

    /// <summary><c>size_t</c>.</summary>
    SizeT,

    /// <summary><c>ssize_t</c>.</summary>
    SSizeT,

    /// <summary><c>ptrdiff_t</c>.</summary>
    PtrDiffT,

    /// <summary><c>intptr_t</c>.</summary>
    IntPtrT,

    /// <summary><c>uintptr_t</c>.</summary>
    UIntPtrT,

    /// <summary><c>wchar_t</c>: 2 bytes on Windows, else 4.</summary>
    WCharT,

    /// <summary><c>char16_t</c>.</summary>
    Char16T,

    /// <summary><c>char32_t</c>.</summary>
    Char32T,

    /// <summary><c>va_list</c>: no two platforms agree on what it is.</summary>
    VaList,
}
