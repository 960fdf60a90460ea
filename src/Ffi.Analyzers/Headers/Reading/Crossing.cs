using Ffi.Headers.Checking.Declarations;

namespace Ffi.Analyzers.Headers.Reading;

/// <summary>The rules by which values of one declaration are passed.</summary>
/// <param name="Marshalling">Who converts them.</param>
/// <param name="Text">The encoding of strings; null if they can't be passed, or are passed by a converter of the program.</param>
/// <param name="BooleanBytes">The width of a <c>bool</c> without an attribute; 0 if an attribute is required.</param>
/// <param name="CharacterBytes">The width of a <c>char</c>.</param>
internal sealed record Crossing(Marshalling Marshalling, TextEncoding? Text, int BooleanBytes, int CharacterBytes)
{
    /// <summary>Memory as it is: behind pointers, in blittable structs, through function pointers.</summary>
    public static Crossing Memory { get; } = new(Marshalling.None, Text: null, BooleanBytes: 1, CharacterBytes: 2);

    /// <summary>The runtime's marshalling, by the declaration's <c>CharSet</c>.</summary>
    public static Crossing OfRuntime(TextEncoding text) =>
        new(Marshalling.Runtime, text, BooleanBytes: 4, CharacterBytes: text == TextEncoding.Bytes ? 1 : 2);

    /// <summary>Code that <c>[LibraryImport]</c> has generated.</summary>
    public static Crossing OfLibraryImport(TextEncoding? text) => new(Marshalling.LibraryImport, text, BooleanBytes: 0, CharacterBytes: 2);

    /// <summary>Code that <c>[NativeFunction]</c> has generated.</summary>
    public static Crossing OfNativeFunction(TextEncoding? text) =>
        new(Marshalling.NativeFunction, text, BooleanBytes: 1, CharacterBytes: 2);
}

/// <summary>Who converts values.</summary>
internal enum Marshalling
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>The runtime, for <c>[DllImport]</c> and delegates.</summary>
    Runtime,

    /// <summary>Code that <c>[LibraryImport]</c> has generated.</summary>
    LibraryImport,

    /// <summary>Code that <c>[NativeFunction]</c> has generated.</summary>
    NativeFunction,
}
