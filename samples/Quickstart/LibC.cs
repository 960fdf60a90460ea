using Ffi;

namespace Quickstart;

/// <summary>A corner of the C library.</summary>
[NativeLibrary("c", MacOS = "libSystem.dylib", Windows = "ucrtbase")]
internal static partial class LibC
{
    // The method's name is the symbol's where none is given.
    [NativeFunction]
    public static partial int abs(int n);

    [NativeFunction("strlen")]
    public static partial nuint StringLength(ReadOnlySpan<byte> text);

    [NativeFunction("memset")]
    public static partial nint Fill(Span<byte> target, int value, nuint count);
}
