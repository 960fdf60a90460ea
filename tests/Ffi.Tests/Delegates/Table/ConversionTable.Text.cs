using System.Runtime.InteropServices;
using System.Text;

namespace Ffi.Tests.Delegates.Table;

/// <summary>Delegate types that every file of the assembly can name.</summary>
internal static partial class Shapes
{
    public delegate long StringShape(string? text);
    public delegate long StringThatSaysItsEncodingShape([MarshalAs(UnmanagedType.LPUTF8Str)] string? text);
    public delegate long CharactersShape(ReadOnlySpan<char> text);
    [NativeFunction(StringMarshalling = StringMarshalling.Utf16)] public delegate long String16Shape(string? text);
    [NativeFunction(StringMarshalling = StringMarshalling.Utf16)] public delegate long Characters16Shape(ReadOnlySpan<char> text);
    public delegate long StringOfWideUnitsShape([MarshalAs(UnmanagedType.LPWStr)] string? text);
    public delegate long ThreeTextsShape(string? a, ReadOnlySpan<char> b, string? c);
    public delegate long TerminatedBytesShape([NulTerminated] ReadOnlySpan<byte> text);

    [NativeFunction(StringMarshalling = StringMarshalling.Utf16)]
    public delegate long TerminatedCharactersShape([NulTerminated] ReadOnlySpan<char> text);
    public delegate long StringsShape(string?[]? texts, int count);
    public delegate long SpanOfStringsShape(ReadOnlySpan<string?> texts, int count);

    [NativeFunction(StringMarshalling = StringMarshalling.Utf16)]
    public delegate long Strings16Shape(string?[]? texts, int count);
    public delegate long StringsOfWideUnitsShape(
        [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPWStr)] string?[]? texts,
        int count);
    public delegate string? StringResultShape(int which);

    [return: MarshalAs(UnmanagedType.LPWStr)]
    public delegate string? StringResult16Shape(int which);
    public delegate ReadOnlySpan<byte> ViewShape(int which);
}

/// <summary>The rows, with the same types again as private ones.</summary>
internal static partial class ConversionTable
{
    private static TableRow[] Text =>
    [
        new TableRow<Shapes.StringShape>(
            "String",
            "`string`, `ReadOnlySpan<char>`",
            "utf8_length",
            static (module, symbol) => module.GetFunction<Shapes.StringShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenString>(symbol),
            static module => module.GetFunction<Shapes.StringShape>,
            (module, symbol) => module.GetFunction<Shapes.StringShape>(symbol),
            static f => $"{f("héllo")} {f("")} {f(null)} {f(new string('ä', 300))} {NameOfRefused(() => f("a\0b"))}",
            "6 0 -1 600 text"),
        new TableRow<Shapes.StringThatSaysItsEncodingShape>(
            "StringThatSaysItsEncoding",
            "`string`, `ReadOnlySpan<char>`",
            "utf8_length",
            static (module, symbol) => module.GetFunction<Shapes.StringThatSaysItsEncodingShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenStringThatSaysItsEncoding>(symbol),
            static module => module.GetFunction<Shapes.StringThatSaysItsEncodingShape>,
            (module, symbol) => module.GetFunction<Shapes.StringThatSaysItsEncodingShape>(symbol),
            static f => $"{f("héllo")} {f("")} {f(null)} {f(new string('ä', 300))} {NameOfRefused(() => f("a\0b"))}",
            "6 0 -1 600 text"),
        new TableRow<Shapes.CharactersShape>(
            "Characters",
            "`string`, `ReadOnlySpan<char>`",
            "utf8_length",
            static (module, symbol) => module.GetFunction<Shapes.CharactersShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenCharacters>(symbol),
            static module => module.GetFunction<Shapes.CharactersShape>,
            (module, symbol) => module.GetFunction<Shapes.CharactersShape>(symbol),
            static f => $"{f("héllo")} {f("")} {f(default)} {f("abc".AsSpan(0, 2))} {NameOfRefused(() => f("a\0b"))}",
            "6 0 -1 2 text"),
        new TableRow<Shapes.String16Shape>(
            "String16",
            "`string`, `ReadOnlySpan<char>`",
            "utf16_length",
            static (module, symbol) => module.GetFunction<Shapes.String16Shape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenString16>(symbol),
            static module => module.GetFunction<Shapes.String16Shape>,
            (module, symbol) => module.GetFunction<Shapes.String16Shape>(symbol),
            static f => $"{f("héllo")} {f("")} {f(null)} {f(new string('ä', 300))} {NameOfRefused(() => f("a\0b"))}",
            "5 0 -1 300 text"),
        new TableRow<Shapes.Characters16Shape>(
            "Characters16",
            "`string`, `ReadOnlySpan<char>`",
            "utf16_length",
            static (module, symbol) => module.GetFunction<Shapes.Characters16Shape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenCharacters16>(symbol),
            static module => module.GetFunction<Shapes.Characters16Shape>,
            (module, symbol) => module.GetFunction<Shapes.Characters16Shape>(symbol),
            static f => $"{f("héllo")} {f("")} {f(default)} {f("abc".AsSpan(0, 2))} {NameOfRefused(() => f("a\0b"))}",
            "5 0 -1 2 text"),
        new TableRow<Shapes.StringOfWideUnitsShape>(
            "StringOfWideUnits",
            "`string`, `ReadOnlySpan<char>`",
            "utf16_length",
            static (module, symbol) => module.GetFunction<Shapes.StringOfWideUnitsShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenStringOfWideUnits>(symbol),
            static module => module.GetFunction<Shapes.StringOfWideUnitsShape>,
            (module, symbol) => module.GetFunction<Shapes.StringOfWideUnitsShape>(symbol),
            static f => $"{f("héllo")} {f("")} {f(null)} {f(new string('ä', 300))} {NameOfRefused(() => f("a\0b"))}",
            "5 0 -1 300 text"),
        new TableRow<Shapes.ThreeTextsShape>(
            "ThreeTexts",
            "`string`, `ReadOnlySpan<char>`",
            "utf8_weigh_lengths_3",
            static (module, symbol) => module.GetFunction<Shapes.ThreeTextsShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenThreeTexts>(symbol),
            static module => module.GetFunction<Shapes.ThreeTextsShape>,
            (module, symbol) => module.GetFunction<Shapes.ThreeTextsShape>(symbol),
            static f => $"{f("a", "bc", "def")}",
            "3002001"),
        new TableRow<Shapes.TerminatedBytesShape>(
            "TerminatedBytes",
            "`ReadOnlySpan<byte>` or `<char>` with `[NulTerminated]`",
            "utf8_length",
            static (module, symbol) => module.GetFunction<Shapes.TerminatedBytesShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenTerminatedBytes>(symbol),
            static module => module.GetFunction<Shapes.TerminatedBytesShape>,
            (module, symbol) => module.GetFunction<Shapes.TerminatedBytesShape>(symbol),
            static f => $"{f("abc"u8)} {f(""u8)}",
            "3 0"),
        new TableRow<Shapes.TerminatedCharactersShape>(
            "TerminatedCharacters",
            "`ReadOnlySpan<byte>` or `<char>` with `[NulTerminated]`",
            "utf16_length",
            static (module, symbol) => module.GetFunction<Shapes.TerminatedCharactersShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenTerminatedCharacters>(symbol),
            static module => module.GetFunction<Shapes.TerminatedCharactersShape>,
            (module, symbol) => module.GetFunction<Shapes.TerminatedCharactersShape>(symbol),
            static f => $"{f("abcd")} {f("")}",
            "4 0"),
        new TableRow<Shapes.StringsShape>(
            "Strings",
            "`string[]`, `ReadOnlySpan<string>`",
            "utf8_array_weigh",
            static (module, symbol) => module.GetFunction<Shapes.StringsShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenStrings>(symbol),
            static module => module.GetFunction<Shapes.StringsShape>,
            (module, symbol) => module.GetFunction<Shapes.StringsShape>(symbol),
            static f => $"{f(["a", null, "ccc"], 3)} {f([], 0)} {f(null, 0)} {NameOfRefused(() => f(["a\0"], 1))}",
            "24 0 -1 texts"),
        new TableRow<Shapes.SpanOfStringsShape>(
            "SpanOfStrings",
            "`string[]`, `ReadOnlySpan<string>`",
            "utf8_array_weigh",
            static (module, symbol) => module.GetFunction<Shapes.SpanOfStringsShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenSpanOfStrings>(symbol),
            static module => module.GetFunction<Shapes.SpanOfStringsShape>,
            (module, symbol) => module.GetFunction<Shapes.SpanOfStringsShape>(symbol),
            static f => $"{f(["a", null, "ccc"], 3)} {f(default, 0)}",
            "24 -1"),
        new TableRow<Shapes.Strings16Shape>(
            "Strings16",
            "`string[]`, `ReadOnlySpan<string>`",
            "utf16_array_weigh",
            static (module, symbol) => module.GetFunction<Shapes.Strings16Shape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenStrings16>(symbol),
            static module => module.GetFunction<Shapes.Strings16Shape>,
            (module, symbol) => module.GetFunction<Shapes.Strings16Shape>(symbol),
            static f => $"{f(["ä", null, "ccc"], 3)}",
            "24"),
        new TableRow<Shapes.StringsOfWideUnitsShape>(
            "StringsOfWideUnits",
            "`string[]`, `ReadOnlySpan<string>`",
            "utf16_array_weigh",
            static (module, symbol) => module.GetFunction<Shapes.StringsOfWideUnitsShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenStringsOfWideUnits>(symbol),
            static module => module.GetFunction<Shapes.StringsOfWideUnitsShape>,
            (module, symbol) => module.GetFunction<Shapes.StringsOfWideUnitsShape>(symbol),
            static f => $"{f(["ä", null, "ccc"], 3)}",
            "24"),
        new TableRow<Shapes.StringResultShape>(
            "StringResult",
            "`string` returned",
            "utf8_greeting",
            static (module, symbol) => module.GetFunction<Shapes.StringResultShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenStringResult>(symbol),
            static module => module.GetFunction<Shapes.StringResultShape>,
            (module, symbol) => module.GetFunction<Shapes.StringResultShape>(symbol),
            static f => $"{f(1)} {f(2)} {f(4) ?? "null"}",
            "plain grüße 🌍 null"),
        new TableRow<Shapes.StringResult16Shape>(
            "StringResult16",
            "`string` returned",
            "utf16_greeting",
            static (module, symbol) => module.GetFunction<Shapes.StringResult16Shape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenStringResult16>(symbol),
            static module => module.GetFunction<Shapes.StringResult16Shape>,
            (module, symbol) => module.GetFunction<Shapes.StringResult16Shape>(symbol),
            static f => $"{f(0)} {f(1) ?? "null"}",
            "grüße null"),
        new TableRow<Shapes.ViewShape>(
            "View",
            "`ReadOnlySpan<byte>` returned",
            "utf8_greeting",
            static (module, symbol) => module.GetFunction<Shapes.ViewShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenView>(symbol),
            static module => module.GetFunction<Shapes.ViewShape>,
            (module, symbol) => module.GetFunction<Shapes.ViewShape>(symbol),
            static f => $"{Encoding.UTF8.GetString(f(1))} {f(4).Length}",
            "plain 0"),
    ];

    private delegate long HiddenString(string? text);
    private delegate long HiddenStringThatSaysItsEncoding([MarshalAs(UnmanagedType.LPUTF8Str)] string? text);
    private delegate long HiddenCharacters(ReadOnlySpan<char> text);
    [NativeFunction(StringMarshalling = StringMarshalling.Utf16)] private delegate long HiddenString16(string? text);
    [NativeFunction(StringMarshalling = StringMarshalling.Utf16)] private delegate long HiddenCharacters16(ReadOnlySpan<char> text);
    private delegate long HiddenStringOfWideUnits([MarshalAs(UnmanagedType.LPWStr)] string? text);
    private delegate long HiddenThreeTexts(string? a, ReadOnlySpan<char> b, string? c);
    private delegate long HiddenTerminatedBytes([NulTerminated] ReadOnlySpan<byte> text);

    [NativeFunction(StringMarshalling = StringMarshalling.Utf16)]
    private delegate long HiddenTerminatedCharacters([NulTerminated] ReadOnlySpan<char> text);
    private delegate long HiddenStrings(string?[]? texts, int count);
    private delegate long HiddenSpanOfStrings(ReadOnlySpan<string?> texts, int count);

    [NativeFunction(StringMarshalling = StringMarshalling.Utf16)]
    private delegate long HiddenStrings16(string?[]? texts, int count);
    private delegate long HiddenStringsOfWideUnits(
        [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPWStr)] string?[]? texts,
        int count);
    private delegate string? HiddenStringResult(int which);

    [return: MarshalAs(UnmanagedType.LPWStr)]
    private delegate string? HiddenStringResult16(int which);
    private delegate ReadOnlySpan<byte> HiddenView(int which);
}
