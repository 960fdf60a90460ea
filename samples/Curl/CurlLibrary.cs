using Ffi;

namespace Curl;

/// <summary>Takes what curl received: <c>size * count</c> bytes in curl's own buffer. Taking fewer ends the transfer.</summary>
[NativeCallback(Default = 0)]
internal delegate nuint WriteData([LengthFrom("size", "count")] ReadOnlySpan<byte> data, nuint size, nuint count, nint user);

/// <summary>The part of libcurl's easy interface that the sample uses. The variadic functions get one overload for each type of argument.</summary>
[NativeLibrary("curl")]
internal static partial class CurlLibrary
{
    public const int Ok = 0, WriteError = 23; // CURLE_OK, CURLE_WRITE_ERROR
    public const int Url = 10_002, WriteFunction = 20_011; // CURLOPT_URL, CURLOPT_WRITEFUNCTION
    public const int SizeDownload = 0x300_008; // CURLINFO_SIZE_DOWNLOAD

    [NativeFunction("curl_easy_init")] public static partial CurlHandle Initialize();
    [NativeFunction("curl_easy_cleanup")] public static partial void CleanUp([Frees] nint curl);
    [NativeFunction("curl_easy_perform")] public static partial int Perform(CurlHandle curl);
    [NativeFunction("curl_easy_strerror")] public static partial string? ErrorMessage(int result);

    // curl copies strings, so they may be lent; it keeps function pointers.
    [NativeFunction("curl_easy_setopt", Variadic = 2)] public static partial int SetOption(CurlHandle curl, int option, string value);
    [NativeFunction("curl_easy_setopt", Variadic = 2)]
    public static partial int SetOption(CurlHandle curl, int option, [Retained(Until = "curl_easy_cleanup")] NativeCallback<WriteData> value);

    [NativeFunction("curl_easy_getinfo", Variadic = 2)] public static partial int GetInfo(CurlHandle curl, int info, out double value);
}
