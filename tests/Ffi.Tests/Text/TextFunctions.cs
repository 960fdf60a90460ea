using System.Runtime.InteropServices;

namespace Ffi.Tests.Text;

/// <summary>Functions that measure the text they get, and hand text out.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class TextFunctions
{
    [NativeFunction("utf8_length")] internal static partial long Length(string? text);
    [NativeFunction("utf8_length")] internal static partial long Length(ReadOnlySpan<char> text);
    [NativeFunction("utf8_length")] internal static partial long TerminatedLength([NulTerminated] ReadOnlySpan<byte> text);
    [NativeFunction("utf8_length")] internal static partial long AnnotatedLength([MarshalAs(UnmanagedType.LPUTF8Str)] string? text);
    [NativeFunction("utf8_hash")] internal static partial ulong Hash(string? text);
    [NativeFunction("utf8_hash")] internal static partial ulong Hash(ReadOnlySpan<char> text);

    [NativeFunction("utf16_length", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial long Length16(string? text);

    [NativeFunction("utf16_length", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial long Length16(ReadOnlySpan<char> text);

    [NativeFunction("utf16_length", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial long TerminatedLength16([NulTerminated] ReadOnlySpan<char> text);

    [NativeFunction("utf16_length")]
    internal static partial long AnnotatedLength16([MarshalAs(UnmanagedType.LPWStr)] string? text);

    [NativeFunction("utf16_hash", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial ulong Hash16(string? text);

    [NativeFunction("utf16_hash", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial ulong Hash16(ReadOnlySpan<char> text);

    [NativeFunction("utf8_weigh_lengths_3")] internal static partial long WeighLengths(string? a, ReadOnlySpan<char> b, string? c);
    [NativeFunction("utf8_array_weigh")] internal static partial long WeighArray(string?[]? texts, int count);
    [NativeFunction("utf8_array_weigh")] internal static partial long WeighSpan(ReadOnlySpan<string?> texts, int count);
    [NativeFunction("utf16_array_weigh", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial long WeighArray16(string?[]? texts, int count);

    [NativeFunction("utf8_greeting")] internal static partial string? Greeting(int which);
    [NativeFunction("utf8_greeting")] internal static partial ReadOnlySpan<byte> GreetingView(int which);
    [NativeFunction("utf8_greeting")] internal static partial nint GreetingAddress(int which);
    [NativeFunction("utf16_greeting", StringMarshalling = StringMarshalling.Utf16)] internal static partial string? Greeting16(int which);

    [NativeFunction("text_new")]
    [return: FreedWith("text_free")]
    internal static partial string? NewText(int length);

    [NativeFunction("text_giant")]
    [return: FreedWith("text_giant_free")]
    internal static partial string? Giant();

    [NativeFunction("text_giants")]
    internal static partial long Giants();

    [NativeFunction("text_outstanding")]
    internal static partial long Outstanding();

    [NativeFunction("text_new")]
    [return: FreedWith("text_free", Library = "benchmarktest")]
    internal static partial string? NewTextOfAnother(int length);

    [NativeFunction("text_malloc")]
    [return: FreedWith("free", Library = "c", Windows = "msvcrt", MacOS = "libSystem.dylib")]
    internal static partial string Malloced(int length);

    [NativeFunction("text_new_pair")]
    internal static partial int NewPair(
        int first,
        [FreedWith("text_free")] out string a,
        [FreedWith("text_free", Library = "benchmarktest")] out string? b,
        int second);

    [NativeFunction("text_new_pair", SetLastError = true)]
    internal static partial int NewPairKeepingErrors(
        int first,
        [FreedWith("text_free")] out string a,
        [FreedWith("text_free")] out nint b,
        int second);

    [NativeFunction("text_new_16", StringMarshalling = StringMarshalling.Utf16)]
    internal static partial void New16([FreedWith("text_free")] out string text);

    [NativeFunction("text_new_then_call")]
    internal static partial void NewThenCall([FreedWith("text_free")] out string text, Action call);

    [NativeFunction("text_free")]
    internal static partial void Free([Frees] nint text);

    [NativeFunction("utf8_array_weigh")]
    internal static partial long WeighWritableSpan(Span<string?> texts, int count);

    [NativeFunction("text_fill")] internal static partial int Fill(Span<byte> target, int capacity);
}
