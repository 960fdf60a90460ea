using System.Runtime.InteropServices;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Crossing;

/// <summary>Text on its way into C, to a function that only looks whether there is any.</summary>
internal static class TextComparisons
{
    private const string Name = "Text";

    /// <summary>The comparisons.</summary>
    public static IEnumerable<Comparison> All =>
    [
        .. ((int[])[0, 11, 19, 200, 4096]).Select(static length => Utf8($"{length}chars", new string('x', length))),
        Utf8("19chars, not ASCII", "Grüße aus dem Süden"),
        .. ((int[])[19, 80, 200, 4096]).SelectMany(OtherScripts),
        Literal(),
        Utf16("19chars, UTF-16", "A text of 19 chars."),
    ];

    private static Comparison Utf8(string name, string text) => new(
        Name,
        name,
        new Way("LibraryImport", Loops.InLoop<LibraryImport, int>(new(text))),
        new Way("NativeFunction", Loops.InLoop<NativeFunction, int>(new(text))),
        new Way("LibraryImport, looked through for a NUL", Loops.InLoop<CheckedLibraryImport, int>(new(text))));

    // Words of two-byte letters, ideographs of three bytes each, emoji of four, which are two chars each, and ideographs among words in
    // ASCII.
    private static IEnumerable<Comparison> OtherScripts(int length) =>
    [
        Utf8($"{length}chars, 2 bytes", Repeated("Привет, мир! ", length)),
        Utf8($"{length}chars, 3 bytes", Repeated("漢字仮名交じり文", length)),
        Utf8($"{length}chars, 4 bytes", Repeated("😀🚀", length / 2 * 2)),
        Utf8($"{length}chars, words", Repeated("漢字 kanji かな ", length)),
    ];

    private static string Repeated(string text, int length) => string.Concat(Enumerable.Repeat(text, (length / text.Length) + 1))[..length];

    private static Comparison Literal() => new(
        Name,
        "literal",
        new Way("LibraryImport", Loops.InLoop<LibraryImport, int>(new("a literal"))),
        new Way("NativeFunction", Loops.InLoop<NativeFunction, int>(new("a literal"))),
        new Way("NativeFunction, u8", Loops.InLoop<Utf8Literal, int>(default)));

    private static Comparison Utf16(string name, string text) =>
        new(
            Name,
            name,
            new Way("LibraryImport", Loops.InLoop<LibraryImport16, int>(new(text))),
            new Way("NativeFunction", Loops.InLoop<NativeFunction16, int>(new(text))),
            new Way(
                "RawPointer, looked through for a NUL",
                Loops.InLoop<Checked16, int>(new(text, Calls.CallComparisons.Module.GetSymbol("is_null")))));

    private readonly struct LibraryImport(string text) : ICall<int>
    {
        public int Invoke(int i) => ClassicTexts.Utf8IsNull(text);
    }

    private readonly struct NativeFunction(string text) : ICall<int>
    {
        public int Invoke(int i) => Texts.Utf8IsNull(text);
    }

    // What LibraryImport's call takes where it does not cut a text off silently.
    private readonly struct CheckedLibraryImport(string text) : ICall<int>
    {
        public int Invoke(int i) =>
            text.Contains('\0') ? throw new InvalidOperationException("The text has a NUL.") : ClassicTexts.Utf8IsNull(text);
    }

    private readonly unsafe struct Checked16(string text, nint function) : ICall<int>
    {
        public int Invoke(int i)
        {
            if (text.Contains('\0'))
            {
                throw new InvalidOperationException("The text has a NUL.");
            }

            fixed (char* first = text)
            {
                return ((delegate* unmanaged<char*, byte>)function)(first);
            }
        }
    }

    private readonly struct Utf8Literal : ICall<int>
    {
        public int Invoke(int i) => Texts.TerminatedIsNull("a literal"u8);
    }

    private readonly struct LibraryImport16(string text) : ICall<int>
    {
        public int Invoke(int i) => ClassicTexts.Utf16IsNull(text);
    }

    private readonly struct NativeFunction16(string text) : ICall<int>
    {
        public int Invoke(int i) => Texts.Utf16IsNull(text);
    }
}

/// <summary>The function as we bind it. Its <c>bool</c> is read as the byte that it is.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class Texts
{
    [NativeFunction("is_null")]
    public static partial byte Utf8IsNull(string text);

    [NativeFunction("is_null")]
    public static partial byte TerminatedIsNull([NulTerminated] ReadOnlySpan<byte> text);

    [NativeFunction("is_null", StringMarshalling = StringMarshalling.Utf16)]
    public static partial byte Utf16IsNull(string text);
}

/// <summary>The same by LibraryImport.</summary>
internal static partial class ClassicTexts
{
    [LibraryImport("benchmarktest", EntryPoint = "is_null", StringMarshalling = StringMarshalling.Utf8)]
    public static partial byte Utf8IsNull(string text);

    [LibraryImport("benchmarktest", EntryPoint = "is_null", StringMarshalling = StringMarshalling.Utf16)]
    public static partial byte Utf16IsNull(string text);
}
