namespace Ffi.Tests.Variadics;

/// <summary>Several signatures for one symbol: what C leaves open behind the dots.</summary>
[NativeLibrary("nativecall")]
internal static partial class VariadicFixture
{
    // The symbol's address ends in a zero byte: called without a thunk, it would look for no double in any register.
    [NativeFunction("weigh_variadic_at_256", Variadic = 1)]
    public static partial double Weigh(ReadOnlySpan<byte> kinds, double a);

    [NativeFunction("weigh_variadic_at_256", Variadic = 1)]
    public static partial double Weigh(ReadOnlySpan<byte> kinds, double a, int b, float c, long d);

    [NativeFunction("weigh_variadic_at_256", Variadic = 1)]
    public static partial double Weigh(ReadOnlySpan<byte> kinds, sbyte a, ushort b, short c, byte d);

    [NativeFunction("weigh_variadic_at_256", Variadic = 1)]
    public static partial double Weigh(
        ReadOnlySpan<byte> kinds, double a, double b, double c, double d, double e, double f, double g, double h, double i, double j);

    // The control: the same call with nothing said of the dots.
    [NativeFunction("weigh_variadic_at_256")]
    public static partial double WeighUnsaid(ReadOnlySpan<byte> kinds, double a);
}

/// <summary>A variadic function of an instance library, bound with all others.</summary>
[NativeLibrary(Binding = NativeBinding.Eager)]
internal sealed partial class EagerVariadics
{
    [NativeFunction("weigh_variadic_at_256", Variadic = 1)]
    public partial double Weigh(ReadOnlySpan<byte> kinds, double a);

    [NativeFunction("no_such_variadic", Variadic = 1, Optional = true)]
    public partial int Missing(ReadOnlySpan<byte> kinds, double a);
}

/// <summary>A variadic function's delegate type.</summary>
[NativeFunction(Variadic = 1)]
internal delegate double WeighDouble(ReadOnlySpan<byte> kinds, double value);

/// <summary>The C library's formatting.</summary>
[NativeLibrary("c", Windows = "ucrtbase", MacOS = "libSystem.dylib")]
internal static partial class Format
{
    [NativeFunction("snprintf", Variadic = 3)]
    public static partial int Print(
        Span<byte> target,
        nuint size,
        ReadOnlySpan<byte> format,
        int integer,
        double real,
        ReadOnlySpan<byte> text);
}

/// <summary>SQLite's formatting, which allocates.</summary>
[NativeLibrary]
internal sealed partial class SqliteFormat
{
    [NativeFunction("sqlite3_mprintf", Variadic = 1)]
    public unsafe partial byte* Print(ReadOnlySpan<byte> format, double real, ReadOnlySpan<byte> text);

    [NativeFunction("sqlite3_free")]
    public unsafe partial void Free(byte* text);
}

/// <summary>libcurl's options, whose third argument has the type that the second calls for.</summary>
[NativeLibrary]
internal sealed partial class CurlOptions
{
    [NativeFunction("curl_easy_init")]
    public partial nint Open();

    [NativeFunction("curl_easy_cleanup")]
    public partial void Close(nint handle);

    [NativeFunction("curl_easy_setopt", Variadic = 2)]
    public partial int Set(nint handle, int option, long value);

    [NativeFunction("curl_easy_setopt", Variadic = 2)]
    public partial int Set(nint handle, int option, ReadOnlySpan<byte> value);

    [NativeFunction("curl_easy_getinfo", Variadic = 2)]
    public partial int Get(nint handle, int information, out double value);

    [NativeFunction("curl_easy_perform")]
    public partial int Perform(nint handle);
}
