using Ffi;

namespace Curl;

/// <summary>Takes what curl received: <c>size * count</c> bytes in curl's own buffer. Taking fewer ends the transfer.</summary>
[NativeCallback(Default = 0)]
internal delegate nuint WriteData([LengthFrom("size", "count")] ReadOnlySpan<byte> data, nuint size, nuint count, nint user);

/// <summary>What the generated part has not: functions with C's dots, each with an overload for a type of argument.</summary>
public static partial class CurlLibrary
{
    // curl copies strings, so they may be lent; it keeps function pointers.
    [NativeFunction("curl_easy_setopt", Variadic = 2)]
    internal static partial ResultCode SetOption(CurlHandle curl, Option option, string value);

    [NativeFunction("curl_easy_setopt", Variadic = 2)]
    internal static partial ResultCode SetOption(
        CurlHandle curl, Option option, [Retained(Until = "curl_easy_cleanup")] NativeCallback<WriteData> value);

    [NativeFunction("curl_easy_getinfo", Variadic = 2)]
    internal static partial ResultCode GetInfo(CurlHandle curl, Info info, out long value);
}
