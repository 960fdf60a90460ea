using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Ffi.Tests.Text;

/// <summary>Functions that take and hand out <c>wchar_t</c>, by a default of the library.</summary>
[NativeLibrary("benchmarktest", StringMarshallingCustomType = typeof(WideStringMarshaller))]
internal static partial class WideTextFunctions
{
    [NativeFunction("wide_length")] internal static partial long Length(string? text);
    [NativeFunction("wide_length")] internal static partial long Length(ReadOnlySpan<char> text);
    [NativeFunction("wide_hash")] internal static partial ulong Hash(string? text);
    [NativeFunction("wide_array_weigh")] internal static partial long WeighArray(string?[]? texts, int count);
    [NativeFunction("wide_array_weigh")] internal static partial long WeighSpan(ReadOnlySpan<string?> texts, int count);
    [NativeFunction("wide_greeting")] internal static partial string? Greeting(int which);
    [NativeFunction("wide_new")] internal static partial void New([FreedWith("text_free")] out string text);
    [NativeFunction("utf8_length", StringMarshalling = StringMarshalling.Utf8)] internal static partial long Utf8Length(string? text);
    [NativeFunction("utf16_length")] internal static partial long Utf16Length([MarshalAs(UnmanagedType.LPWStr)] string? text);
    [NativeFunction("text_outstanding")] internal static partial long Outstanding();
}

/// <summary>The same by attributes of single parameters and results.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class AnnotatedWideTextFunctions
{
    internal delegate int Receive([MarshalUsing(typeof(WideStringMarshaller))] string text);

    [NativeFunction("wide_length")]
    internal static partial long Length([MarshalUsing(typeof(WideStringMarshaller))] string? text);

    [NativeFunction("wide_length")]
    internal static partial long SpanLength([MarshalUsing(typeof(WideStringMarshaller))] ReadOnlySpan<char> text);

    [NativeFunction("wide_array_weigh")]
    internal static partial long WeighArray(
        [MarshalUsing(typeof(WideStringMarshaller), ElementIndirectionDepth = 1)] string?[]? texts,
        int count);

    [NativeFunction("wide_greeting")]
    [return: MarshalUsing(typeof(WideStringMarshaller))]
    internal static partial string? Greeting(int which);

    [NativeFunction("wide_call")]
    internal static partial int Call(Receive receive);
}
